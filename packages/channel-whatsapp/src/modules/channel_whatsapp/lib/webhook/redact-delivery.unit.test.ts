import { readDelivery } from './read-delivery.ts'
import { redactDelivery } from './redact-delivery.ts'

const change = (number: string, body: string) => ({
  field: 'messages',
  value: {
    metadata: { phone_number_id: number, display_phone_number: '1' },
    contacts: [{ profile: { name: `Name ${body}` } }],
    messages: [{ id: body, from: '48601234567', timestamp: '1', type: 'text', text: { body } }],
  },
})
const deep = (field: string) => ({ field, value: { metadata: { phone_number_id: 'on' }, messages: 'DEEP' } })
const entryOf = (...changes: object[]) => ({ id: '1', changes })
const delivery = new TextEncoder().encode(
  JSON.stringify({
    object: 'w',
    entry: [{ id: '1', changes: [change('on', 'kept'), change('off', 'secret')] }],
  }),
)

describe('what is said about a number that is switched off', () => {
  it('is taken out before anything is stored, and only that', () => {
    const text = new TextDecoder().decode(redactDelivery(delivery, new Set(['off'])))
    expect(text).not.toContain('secret')
    expect(text).toContain('kept')
  })

  it('still counts', () => {
    const events = readDelivery(redactDelivery(delivery, new Set(['off'])))
    expect(events).toMatchObject([{ kind: 'message' }, { kind: 'other', channelIdentifier: 'off' }])
  })

  it('is taken out beside a change that cannot be read, and out of a change without its envelope or in an odd one', () => {
    const beside = { object: 'w', entry: [{ id: '1', changes: [{ field: 'odd' }, change('off', 'secret')] }] }
    const odd = { object: 'w', entry: [1], ...change('off', 'secret') }
    for (const payload of [beside, change('off', 'secret'), odd]) {
      const bytes = redactDelivery(new TextEncoder().encode(JSON.stringify(payload)), new Set(['off']))
      expect(new TextDecoder().decode(bytes)).not.toContain('secret')
    }
  })

  it.each([
    ['STOP', [change('off', 'Stop!!')]],
    [
      'the end of marketing in their settings',
      [
        {
          field: 'user_preferences',
          value: {
            metadata: { phone_number_id: 'off', display_phone_number: '1' },
            user_preferences: [
              {
                wa_id: '48601234567',
                category: 'marketing_messages',
                value: 'stop',
                timestamp: 1,
                detail: 'No',
              },
            ],
          },
        },
      ],
    ],
  ])('is kept where it is %s, which is for every number', (_, changes) => {
    const payload = { object: 'w', entry: [{ id: '1', changes: [...changes, change('off', 'secret')] }] }
    const bytes = redactDelivery(new TextEncoder().encode(JSON.stringify(payload)), new Set(['off']))
    expect(new TextDecoder().decode(bytes)).not.toContain('secret')
    expect(readDelivery(bytes)).toEqual([
      expect.objectContaining({ kind: 'message', channelIdentifier: 'off' }),
      expect.objectContaining({ kind: 'other', channelIdentifier: 'off' }),
    ])
  })

  it('is taken out beside a STOP of the same change, with who said it', () => {
    const both = change('off', 'STOP')
    both.value.messages[0]!.from = '1'
    both.value.messages.push({ ...both.value.messages[0]!, id: 'm2', from: '2', text: { body: 'secret' } })
    const contacts = [
      { wa_id: '1', profile: { name: 'Ada' } },
      { wa_id: '2', profile: { name: 'secret' } },
    ]
    const payload = {
      object: 'w',
      entry: [{ id: '1', changes: [{ ...both, value: { ...both.value, contacts } }] }],
    }
    const text = new TextDecoder().decode(
      redactDelivery(new TextEncoder().encode(JSON.stringify(payload)), new Set(['off'])),
    )
    expect(text).toContain('Ada')
    expect(text).not.toContain('secret')
  })

  it.each([
    ['smb_message_echoes', { message_echoes: [{ text: { body: 'secret' } }, {}] }, 2],
    ['history', { history: [{ threads: [{ id: 'secret', messages: [{}, {}, {}] }] }] }, 5],
    ['user_preferences', { user_preferences: [{ detail: 'secret' }] }, 1],
    ['user_id_update', { user_id_update: [{ detail: 'secret' }] }, 1],
    ['calls', { calls: [{ id: 'secret' }], statuses: [{ id: 'secret' }] }, 2],
    ['smb_app_state_sync', { state_sync: [{ contact: { full_name: 'secret' } }] }, 1],
    ['standby', { messages: [{ text: { body: 'secret' } }] }, 1],
    ['messages', { messages: 'secret', contacts: 'secret' }, 1],
  ])('is taken out of %s, and still counts', (field, value, count) => {
    const metadata = { phone_number_id: 'off', display_phone_number: '1' }
    const payload = {
      object: 'w',
      entry: [{ id: '1', time: 5, changes: [{ field, value: { metadata, ...value } }] }],
    }
    const redacted = redactDelivery(new TextEncoder().encode(JSON.stringify(payload)), new Set(['off']))
    expect(new TextDecoder().decode(redacted)).not.toContain('secret')
    expect(readDelivery(redacted)).toEqual(
      Array(count).fill({ kind: 'other', field, accountIdentifier: '1', channelIdentifier: 'off' }),
    )
  })

  it('is taken out where Meta writes the number as one, and beside an entry that cannot be read', () => {
    const value = { metadata: { phone_number_id: 11 }, messages: [{ text: { body: 'secret' } }] }
    const payload = { object: 'w', entry: [null, { changes: [{ field: 'messages', value }] }] }
    const redacted = redactDelivery(new TextEncoder().encode(JSON.stringify(payload)), new Set(['11']))
    expect(new TextDecoder().decode(redacted)).not.toContain('secret')
  })

  it.each<[string, object, object[]]>([
    ['a change', entryOf(deep('messages')), [{ field: 'messages', channelIdentifier: null }]],
    ['a change without a field', entryOf({ value: 'DEEP' }), [{ field: 'changes.unread' }]],
    ['an account’s id', { id: 'DEEP', changes: [change('on', 'kept')] }, [{ externalMessageId: 'kept' }]],
    ['an entry', { id: '1', messaging: 'DEEP' }, [{ field: 'entries.unread' }]],
  ])('is taken out beside %s that is too deep to be written again', (_, odd, read) => {
    const payload = { object: 'w', more: 'DEEP', entry: [odd, entryOf(change('off', 'secret'))] }
    const json = JSON.stringify(payload).replaceAll('"DEEP"', '['.repeat(5_000) + ']'.repeat(5_000))
    const redacted = redactDelivery(new TextEncoder().encode(json), new Set(['off']))
    expect(new TextDecoder().decode(redacted)).not.toContain('secret')
    expect(readDelivery(redacted)).toMatchObject([...read, { kind: 'other', channelIdentifier: 'off' }])
  })

  it('is taken out of a handover, which names the number elsewhere', () => {
    const value = { recipient: { phone_number_id: 'off' }, sender: { phone_number: 'secret' } }
    const payload = { field: 'messaging_handovers', value }
    const redacted = redactDelivery(new TextEncoder().encode(JSON.stringify(payload)), new Set(['off']))
    expect(new TextDecoder().decode(redacted)).not.toContain('secret')
  })

  it('leaves the bytes alone where nothing is about it', () => {
    expect(redactDelivery(delivery, new Set(['another']))).toBe(delivery)
    const odd = new Uint8Array([0xff])
    expect(redactDelivery(odd, new Set(['off']))).toBe(odd)
  })
})
