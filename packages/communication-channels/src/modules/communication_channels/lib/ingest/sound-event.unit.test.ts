import type { DeliveryEvent, MessageEvent, StatusEvent } from '../delivery-event.ts'
import { soundEvent } from './sound-event.ts'

const receivedAt = new Date('2026-11-21T10:00:00Z')
const address = { accountIdentifier: 'account', channelIdentifier: 'channel' }

const message = (more: Partial<MessageEvent>): MessageEvent => ({
  kind: 'message',
  ...address,
  externalMessageId: 'm1',
  direction: 'inbound',
  origin: 'live',
  contact: { phone: '+48601234567', userId: null, username: null, displayName: 'Maria' },
  sentAt: receivedAt,
  content: { type: 'text', text: 'Hello' },
  replyToExternalId: null,
  opensWindow: true,
  context: {},
  status: null,
  ...more,
})
const status = (more: Partial<StatusEvent>): StatusEvent => ({
  kind: 'status',
  ...address,
  externalMessageId: 'm1',
  status: 'failed',
  occurredAt: receivedAt,
  callbackData: null,
  participant: null,
  error: null,
  pricing: null,
  ...more,
})

describe('the time of an event', () => {
  it.each([
    ['past', '2026-11-19T10:00:00Z', '2026-11-19T10:00:00Z'],
    ['a minute ahead of our clock', '2026-11-21T10:01:00Z', '2026-11-21T10:01:00Z'],
    ['an hour ahead', '2026-11-21T11:00:00Z', '2026-11-21T10:00:00Z'],
    ['in the year 9999', '9999-12-31T23:59:59Z', '2026-11-21T10:00:00Z'],
    ['before 1970', '1969-12-31T23:59:59Z', '2026-11-21T10:00:00Z'],
    ['no time at all', 'nonsense', '2026-11-21T10:00:00Z'],
  ])('that lies %s', (_, said, believed) => {
    const sent = soundEvent(message({ sentAt: new Date(said) }), receivedAt)
    expect(sent).toMatchObject({ sentAt: new Date(believed) })
    const reported = soundEvent(status({ occurredAt: new Date(said) }), receivedAt)
    expect(reported).toMatchObject({ occurredAt: new Date(believed) })
  })
})

it.each<[string, DeliveryEvent, object]>([
  [
    'ids',
    message({ externalMessageId: 'a\0b', replyToExternalId: 'c\0' }),
    { externalMessageId: 'a�b', replyToExternalId: 'c�' },
  ],
  [
    'errors and prices',
    status({
      error: { code: '1', message: 'a\0b\ud800', action: null },
      pricing: { billable: true, model: 'P\0', type: null, category: null },
    }),
    { error: { message: 'a�b�' }, pricing: { billable: true, model: 'P�', type: null } },
  ],
  [
    'the name of the message that it is about',
    message({ content: { type: 'revoke', targetExternalId: 'a\0b\ud800' } }),
    { content: { type: 'revoke', targetExternalId: 'a�b�' } },
  ],
  ['participants', status({ participant: '1\0' }), { participant: '1�' }],
  [
    'names of fields',
    { kind: 'other', field: `a\0${'x'.repeat(500)}`, ...address },
    { field: `a�${'x'.repeat(98)}` },
  ],
  [
    'names of fields that are cut within a character',
    { kind: 'other', field: `${'x'.repeat(99)}😀`, ...address },
    { field: `${'x'.repeat(99)}�` },
  ],
])('characters that no database takes are replaced in %s', (_, event, sound) => {
  expect(soundEvent(event, receivedAt)).toMatchObject(sound)
})
