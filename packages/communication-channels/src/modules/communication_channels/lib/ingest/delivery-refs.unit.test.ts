import { setLookupPepper } from '@open-mercato/shared/lib/encryption/aes'
import type { DeliveryEvent, MessageEvent, StatusEvent } from '../delivery-event.ts'
import { seenPhone, seenUser } from '../identity/sighting.ts'
import { fieldRef, identityRef, messageRef, refsOf } from './delivery-refs.ts'

const TENANT = '01990000-0000-7000-8000-000000000001'
const OTHER = '01990000-0000-7000-8000-000000000002'
const address = { accountIdentifier: 'waba', channelIdentifier: 'number' }

// Before the table of cases is made.
setLookupPepper(Buffer.alloc(32, 7))
afterAll(() => setLookupPepper(null))

const message = (more: Partial<MessageEvent> = {}): MessageEvent => ({
  ...address,
  kind: 'message',
  direction: 'inbound',
  origin: 'live',
  externalMessageId: 'wamid.1',
  contact: { phone: '+48601234567', userId: 'PL.1', username: null, displayName: 'Maria' },
  sentAt: new Date(0),
  content: { type: 'text', text: 'Hello' },
  context: {},
  replyToExternalId: null,
  opensWindow: true,
  status: null,
  ...more,
})
const status: StatusEvent = {
  ...address,
  kind: 'status',
  externalMessageId: 'wamid.out',
  status: 'failed',
  occurredAt: new Date(0),
  callbackData: null,
  participant: null,
  error: null,
  pricing: null,
}
const phone = (number: string) =>
  identityRef(TENANT, { kind: 'phone', valueHash: seenPhone(TENANT, number).hash })
const user = (id: string) =>
  identityRef(TENANT, { kind: 'user_id', valueHash: seenUser(TENANT, 'anywhere', id).hash })
const id = (externalMessageId: string) => messageRef(TENANT, externalMessageId)
const field = (name: string) => fieldRef(TENANT, name)

it.each<[string, DeliveryEvent, bigint[]]>([
  ['its message', message(), [id('wamid.1')]],
  ['who wrote, by phone and by user id', message(), [phone('+48601234567'), user('PL.1')]],
  ['another spelling of the same phone', message(), [phone('+48 601 234 567')]],
  ['its kind', message(), [field('messages'), field('messages.text')]],
  ['what it answers', message({ replyToExternalId: 'wamid.0' }), [id('wamid.0')]],
  [
    'what it is about',
    message({ content: { type: 'reaction', emoji: '👍', targetExternalId: 'wamid.0' } }),
    [id('wamid.0'), field('messages.reaction')],
  ],
  [
    'a kind that has no form here, as its provider calls it',
    message({ content: { type: 'unsupported', kind: 'hologram', reason: null, text: null, payload: {} } }),
    [field('messages.hologram')],
  ],
  [
    'who somebody was',
    message({ formerly: { phone: '+48700000001', userId: 'PL.0' } }),
    [phone('+48700000001'), user('PL.0')],
  ],
  [
    'the message of a status, and the status',
    status,
    [id('wamid.out'), field('statuses'), field('statuses.failed')],
  ],
  [
    'to whom a status is',
    { ...status, contact: { phone: null, userId: 'PL.9', username: null, displayName: null } },
    [user('PL.9')],
  ],
  [
    'a name in an address book',
    { ...address, kind: 'name', phone: '+48601234567', name: 'M', savedAt: new Date(0) },
    [phone('+48601234567'), field('names')],
  ],
  ['a field that nobody knows', { ...address, kind: 'other', field: 'flows' }, [field('flows')]],
])('a delivery is found by %s', (_, event, expected) => {
  const refs = refsOf(TENANT, [event])
  for (const ref of expected) expect(refs).toContain(ref)
})

it('a delivery is found by nothing of another tenant', () => {
  const own = refsOf(TENANT, [message()])
  const theirs = refsOf(OTHER, [message()])
  expect([...own].filter((ref) => theirs.has(ref))).toEqual([])
})

it('refs are 64 bits with a sign, as the database has them', () => {
  for (let nth = 0; nth < 1_000; nth++) {
    const ref = messageRef(TENANT, `wamid.${nth}`)
    expect(BigInt.asIntN(64, ref)).toBe(ref)
  }
})

it('a namespace that is learnt later finds what was written down before', () => {
  const identity = { kind: 'user_id', valueHash: 'v1:ab' } as const
  expect(identityRef(TENANT, { ...identity, namespace: 'portfolio:1' })).toBe(
    identityRef(TENANT, { ...identity, namespace: 'waba' }),
  )
})
