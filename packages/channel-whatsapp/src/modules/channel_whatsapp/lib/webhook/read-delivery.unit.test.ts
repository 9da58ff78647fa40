import { UnreadableDelivery } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { readDelivery } from './read-delivery.ts'

const bytes = (payload: unknown) => new TextEncoder().encode(JSON.stringify(payload))
const change = (value: object, field = 'messages') => ({ field, value })
const account = (id: string, ...changes: object[]) => ({ id, changes })
const envelope = (...entry: object[]) => ({ object: 'whatsapp_business_account', entry })
const metadata = (phone_number_id: string) => ({ phone_number_id, display_phone_number: '1' })
const text = (id: string, more: object = {}) => ({
  id,
  from: '48601234567',
  from_user_id: 'PL.1',
  timestamp: '1763719200',
  type: 'text',
  text: { body: 'Hi' },
  ...more,
})
const bare = (id: string) => text(id, { from: undefined, from_user_id: undefined })
const call = { id: 'c', event: 'connect', timestamp: '1', direction: 'USER_INITIATED' }

describe('reading a delivery', () => {
  it('finds every message and status of every change of every account', () => {
    const events = readDelivery(
      bytes(
        envelope(
          account('1', change({ metadata: metadata('11'), messages: [text('a'), text('b')] })),
          account(
            '2',
            change({
              metadata: metadata('21'),
              statuses: [{ id: 'c', status: 'read', timestamp: '1763719201' }],
            }),
            change({ metadata: metadata('22'), messages: [text('d')] }),
          ),
        ),
      ),
    )
    expect(events).toMatchObject([
      { kind: 'message', externalMessageId: 'a', accountIdentifier: '1', channelIdentifier: '11' },
      { kind: 'message', externalMessageId: 'b', channelIdentifier: '11' },
      {
        kind: 'status',
        externalMessageId: 'c',
        status: 'read',
        accountIdentifier: '2',
        channelIdentifier: '21',
      },
      { kind: 'message', externalMessageId: 'd', channelIdentifier: '22' },
    ])
  })

  it('is not stopped by one odd item', () => {
    const messages = [
      null,
      7,
      { id: 'no time' },
      text('good'),
      text('nobody', { from: undefined, from_user_id: undefined }),
    ]
    const events = readDelivery(bytes(envelope(account('1', change({ metadata: metadata('11'), messages })))))
    expect(events.map((event) => (event.kind === 'other' ? event.field : event.kind))).toEqual([
      'messages.unread',
      'messages.unread',
      'messages.unread',
      'message',
      'messages.unread',
    ])
  })

  it('counts a status whose id has no room in an index, and leaves out such a participant', () => {
    const long = '字'.repeat(512)
    const status = (id: string, recipient_participant_id?: string) => ({
      id,
      status: 'read',
      timestamp: '1763719201',
      recipient_participant_id,
    })
    const statuses = [
      status(long, long),
      status('a', long),
      status('b', '48601234567'),
      status('é'.repeat(256)),
      status('é'.repeat(257)),
    ]
    const events = readDelivery(bytes(envelope(account('1', change({ metadata: metadata('11'), statuses })))))
    expect(events).toMatchObject([
      { kind: 'other', field: 'statuses.unread' },
      { kind: 'status', externalMessageId: 'a', participant: null },
      { kind: 'status', externalMessageId: 'b', participant: '48601234567' },
      { kind: 'status', participant: null },
      { kind: 'other', field: 'statuses.unread' },
    ])
  })

  it.each<[string, string, (userId: string) => object]>([
    ['threads', 'history', (id) => ({ history: [{ threads: [{ id, messages: [bare('a')] }] }] })],
    ['calls', 'calls', (from_user_id) => ({ calls: [{ ...call, from_user_id }] })],
    [
      'calls by the business',
      'calls',
      (to_user_id) => ({ calls: [{ ...call, direction: 'BUSINESS_INITIATED', to_user_id }] }),
    ],
    [
      'states of calls',
      'calls',
      (id) => ({ statuses: [{ id: 'c', status: 'RINGING', timestamp: '1', recipient_user_id: id }] }),
    ],
    [
      'ids that changed',
      'user_id_update',
      (current) => ({ user_id_update: [{ wa_id: '48601234567', timestamp: '1', user_id: { current } }] }),
    ],
    [
      'system messages',
      'messages',
      (user_id) => ({
        messages: [{ ...bare('a'), type: 'system', system: { type: 'user_changed_user_id', user_id } }],
      }),
    ],
  ])('takes nobody for another whose user id cannot be written: %s', (_, field, valueWith) => {
    const read = (userId: string) =>
      readDelivery(
        bytes(envelope(account('1', change({ metadata: metadata('11'), ...valueWith(userId) }, field)))),
      )
    expect(read('PL.1')).toMatchObject([{ kind: 'message', contact: { userId: 'PL.1' } }])
    expect(read('PL.\ud800')).toMatchObject([{ kind: 'other', field: `${field}.unread` }])
  })

  it.each([
    ['a customer whose thread has a user id', { from: '48601234567' }, 'PL.1', 'inbound'],
    ['somebody else than the thread says', { from: '48601234567' }, '48609999999', 'inbound'],
    ['the business', { from: '+1' }, 'PL.1', 'outbound'],
    ['the business, spelt otherwise', { from: '01', to: '48601234567' }, '48601234567', 'outbound'],
    ['the business, spelt otherwise, to an id', { from: '01', to_user_id: 'PL.1' }, 'PL.1', 'outbound'],
  ])('knows by whom a message of history is: %s', (_, said, id, direction) => {
    const history = [{ threads: [{ id, messages: [{ ...bare('a'), ...said }] }] }]
    const value = { metadata: metadata('11'), history }
    expect(readDelivery(bytes(envelope(account('1', change(value, 'history')))))).toMatchObject([
      { kind: 'message', direction },
    ])
  })

  it('is not stopped by one odd change', () => {
    const good = change({ metadata: metadata('11'), messages: [text('a')] })
    const events = readDelivery(bytes(envelope(account('1', { field: 'account_alerts' }, good))))
    expect(events).toMatchObject([{ kind: 'other', field: 'changes.unread' }, { kind: 'message' }])
  })

  it.each<[string, unknown, object[]]>([
    ['without changes', { id: '2' }, [{ kind: 'other', field: 'entries.unread', accountIdentifier: null }]],
    ['that is none', null, [{ kind: 'other', field: 'entries.unread', accountIdentifier: null }]],
    [
      'without an id',
      { changes: [change({ metadata: metadata('11'), messages: [text('b')] })] },
      [{ kind: 'message', externalMessageId: 'b', accountIdentifier: null, channelIdentifier: '11' }],
    ],
  ])('is not stopped by an entry %s', (_, odd, read) => {
    const good = account('1', change({ metadata: metadata('11'), messages: [text('a')] }))
    const body = bytes({ object: 'whatsapp_business_account', entry: [odd, good] })
    expect(readDelivery(body)).toMatchObject([...read, { kind: 'message', externalMessageId: 'a' }])
  })

  it('takes the name from the contact who wrote, not from the first of the batch', () => {
    const contacts = [
      { profile: { name: 'Somebody else' }, wa_id: '1', user_id: 'US.2' },
      { profile: { name: 'Maria', username: '@maria' }, wa_id: '48601234567', user_id: 'PL.1' },
    ]
    const [event] = readDelivery(
      bytes(envelope(account('1', change({ metadata: metadata('11'), contacts, messages: [text('a')] })))),
    )
    expect(event).toMatchObject({
      contact: { displayName: 'Maria', username: 'maria', phone: '+48601234567', userId: 'PL.1' },
    })
  })

  it('knows a person whose phone is hidden by user id alone', () => {
    const [event] = readDelivery(
      bytes(
        envelope(
          account('1', change({ metadata: metadata('11'), messages: [text('a', { from: undefined })] })),
        ),
      ),
    )
    expect(event).toMatchObject({ kind: 'message', contact: { phone: null, userId: 'PL.1' } })
  })

  it('does not file what is said in a group under the member who said it', () => {
    const [event] = readDelivery(
      bytes(
        envelope(
          account('1', change({ metadata: metadata('11'), messages: [text('a', { group_id: 'g' })] })),
        ),
      ),
    )
    expect(event).toMatchObject({ kind: 'account', field: 'messages.group' })
  })

  it('takes nothing from a contact with the same phone and another id', () => {
    const contacts = [{ profile: { name: 'Next owner' }, wa_id: '48601234567', user_id: 'PL.2' }]
    const [event] = readDelivery(
      bytes(envelope(account('1', change({ metadata: metadata('11'), contacts, messages: [text('a')] })))),
    )
    expect(event).toMatchObject({ contact: { displayName: null, phone: '+48601234567', userId: 'PL.1' } })
  })

  it('keeps a message whose context is odd', () => {
    const odd = text('a', { context: { id: 7, forwarded: 'yes', referred_product: [] }, referral: 'ad' })
    const [event] = readDelivery(
      bytes(envelope(account('1', change({ metadata: metadata('11'), messages: [odd] })))),
    )
    expect(event).toMatchObject({ content: { text: 'Hi' }, context: {}, replyToExternalId: null })
  })

  it('counts what is nested deeper than anything Meta sends, instead of running out of stack', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const messages = [text('deep', { type: 'new', new: 'DEEP' }), text('good')]
    const delivery = JSON.stringify(
      envelope(
        account(
          '1',
          change({ metadata: metadata('11'), messages }),
          change({ event: 'DEEP' }, 'account_update'),
          change({ errors: ['DEEP'], messages: [text('g', { group_id: 'g', text: 'DEEP' })] }),
        ),
      ),
    ).replaceAll('"DEEP"', deep)
    const events = readDelivery(new TextEncoder().encode(delivery))
    expect(events.map((event) => (event.kind === 'other' ? event.field : event.kind))).toEqual([
      'messages.unread',
      'message',
      'account_update.unread',
      'messages.unread',
      'messages.errors',
    ])
  })

  it.each([
    ['messages', { messages: Array(25_000).fill({}) }],
    ['echoes', { message_echoes: Array(25_000).fill({}) }],
    ['calls', { calls: Array(25_000).fill({}) }],
    ['messages of history', { history: [{ threads: [{ messages: Array(24_998).fill({}) }] }] }],
    ['threads', { history: [{ threads: Array(24_999).fill({}) }] }],
    ['errors of history', { history: [{ errors: Array(24_999).fill({}) }] }],
    ['items taken out', { redacted: 25_000 }],
  ])('refuses more %s than Meta ever sends', (_, value) => {
    expect(() => readDelivery(bytes(envelope(account('1', change(value)))))).toThrow(UnreadableDelivery)
  })

  it('refuses more entries than Meta ever sends', () => {
    const entries = [...Array(25_000).fill(1), account('1')]
    expect(() => readDelivery(bytes({ object: 'whatsapp_business_account', entry: entries }))).toThrow(
      UnreadableDelivery,
    )
  })

  it('reads the largest chunk of history that fits into a delivery', () => {
    const said = {
      from: '48601234567',
      id: 'wamid.1',
      timestamp: '1790000060',
      type: 'text',
      text: { body: 'a' },
    }
    const messages = Array.from({ length: 24_000 }, (_, index) => ({
      ...said,
      id: `wamid.HBg${String(index).padStart(24, '0')}`,
    }))
    const value = { metadata: metadata('11'), history: [{ threads: [{ id: '48601234567', messages }] }] }
    const body = bytes(envelope(account('1', change(value, 'history'))))
    expect(body.length).toBeGreaterThan(2_500_000)
    expect(readDelivery(body)).toHaveLength(24_000)
  })

  it('counts a field it does not know', () => {
    expect(readDelivery(bytes(envelope(account('1', change({ anything: true }, 'brand_new')))))).toEqual([
      { kind: 'other', field: 'brand_new', accountIdentifier: '1', channelIdentifier: null },
    ])
  })

  it('reads the bare change that the dashboard’s test button posts', () => {
    expect(readDelivery(bytes(change({ metadata: metadata('11'), messages: [text('a')] })))).toMatchObject([
      { kind: 'message', accountIdentifier: null, channelIdentifier: '11' },
    ])
  })

  it.each([
    ['no JSON', new TextEncoder().encode('hello')],
    ['no text', new Uint8Array([0xff, 0xfe])],
    ['another shape', bytes({ entry: 'none' })],
    ['a list', bytes([])],
    ['what has no changes at all', bytes({ object: 'page', entry: [{ id: '1', messaging: [] }] })],
  ])('says that %s is unreadable', (_, body) => {
    expect(() => readDelivery(body)).toThrow(UnreadableDelivery)
  })
})
