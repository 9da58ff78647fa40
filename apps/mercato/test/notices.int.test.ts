import { conversationOf, conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { change, fromMaria, MARIA, MARIA_AS_CONTACT, NOW, textMessage } from './support/payloads.ts'
import { peopleOf } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

// Lines of a thread that are not messages.

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
beforeEach(() => emptyInbox(shop))
afterAll(() => shop.close())

it('a call is one line that says how it ended, and it opens the window', async () => {
  const call = { ...MARIA, id: 'wacid.1', to: '48221234501', direction: 'USER_INITIATED' }
  const begun = { ...call, event: 'connect', timestamp: String(NOW) }
  const ended = { ...call, event: 'terminate', timestamp: String(NOW + 9), status: 'FAILED' }
  // The end is told first: Meta keeps no order.
  for (const one of [ended, begun]) {
    await receive(shop, change('calls', { contacts: [MARIA_AS_CONTACT], calls: [one] }))
  }
  expect(await threadOf(shop)).toMatchObject([
    { content: { type: 'call', isByCustomer: true }, call: { state: 'missed' } },
  ])
  expect(await conversationsOf(shop)).toMatchObject([{ unreadCount: 1, window: { isOpen: true } }])
})

describe('a call of which one thing alone was told', () => {
  const call = { ...MARIA, id: 'wacid.1', to: '48221234501', direction: 'USER_INITIATED' }
  const begun = { ...call, event: 'connect', timestamp: String(NOW) }
  const ended = { ...call, event: 'terminate', timestamp: String(NOW), status: 'COMPLETED' }
  const recorded = { ...call, event: 'call_recording_available', timestamp: String(NOW), media_id: '77' }

  it.each([
    ['its beginning', begun, 'ringing', true],
    ['its end, without a word about an answer', ended, 'missed', true],
    ['a recording of it', recorded, 'ended', false],
  ])('is %s', async (_, told, state, isOpen) => {
    await receive(shop, change('calls', { contacts: [MARIA_AS_CONTACT], calls: [told] }))
    expect(await threadOf(shop)).toMatchObject([{ call: { state } }])
    expect(await conversationsOf(shop)).toMatchObject([{ window: { isOpen } }])
  })

  it.each([
    ['of an hour', 3600, 3600],
    ['of a length that nobody can mean', 1e300, 0],
  ])('%s holds the window open for a day from its beginning', async (_, duration, seconds) => {
    const long = { ...ended, duration }
    await receive(shop, change('calls', { contacts: [MARIA_AS_CONTACT], calls: [long] }))
    const expiresAt = new Date((NOW - seconds + 24 * 3600) * 1000).toISOString()
    expect(await conversationsOf(shop)).toMatchObject([{ window: { expiresAt } }])
  })

  const voicemail = {
    ...MARIA,
    id: 'wacid.1',
    timestamp: String(NOW + 30),
    type: 'audio',
    audio: { id: '78' },
  }
  const theCall = change('calls', { contacts: [MARIA_AS_CONTACT], calls: [begun, ended] })
  const theVoicemail = change('messages', { contacts: [MARIA_AS_CONTACT], messages: [voicemail] })

  it.each([
    ['after', [theCall, theVoicemail]],
    ['before', [theVoicemail, theCall]],
  ])('costs the voicemail nothing that has its id and comes %s it', async (_, inOrder) => {
    for (const one of inOrder) await receive(shop, one)
    expect(await threadOf(shop)).toMatchObject([
      { content: { type: 'call' }, call: { state: 'missed' } },
      { content: { type: 'audio', media: { id: '78' } } },
    ])
  })
})

it('a changed number or preference stands in the thread, is no news and not the last word', async () => {
  await receive(shop, textMessage({ id: 'in1', text: 'Hello' }))
  const newNumber = {
    from: MARIA.from,
    id: 'sys1',
    timestamp: String(NOW + 1),
    type: 'system',
    system: { body: 'Maria changed', type: 'user_changed_number', wa_id: '48609999999' },
  }
  await receive(shop, change('messages', { messages: [newNumber] }))
  const stop = {
    wa_id: MARIA.from,
    user_id: MARIA.from_user_id,
    detail: 'User requested to stop marketing messages',
    category: 'marketing_messages',
    value: 'stop',
    timestamp: NOW + 2,
  }
  await receive(shop, change('user_preferences', { contacts: [MARIA_AS_CONTACT], user_preferences: [stop] }))
  expect(await threadOf(shop)).toMatchObject([
    { content: { text: 'Hello' } },
    { content: { type: 'system', kind: 'phone_changed', current: '+48609999999' } },
    { content: { type: 'system', kind: 'marketing_stopped' } },
  ])
  expect(await conversationsOf(shop)).toMatchObject([{ unreadCount: 1, lastMessage: { preview: 'Hello' } }])
})

describe('who changed something in their app and never wrote', () => {
  const stops = (userId: string) =>
    receive(
      shop,
      change('user_preferences', {
        contacts: [{ user_id: userId, profile: { name: userId } }],
        user_preferences: [
          {
            ...{ user_id: userId, category: 'marketing_messages', value: 'stop', timestamp: NOW },
            detail: 'User requested to stop marketing messages',
          },
        ],
      }),
    )
  const basis = async () => {
    const { id } = await peopleOf(shop).only()
    return (await conversationOf(shop, id)).policy.utility.code
  }

  it('gave no basis for messages about orders', async () => {
    await stops('PL.91')
    expect(await basis()).toBe('no_basis')
    await receive(shop, textMessage({ id: 'in1', from: null, userId: 'PL.91', text: 'Where is my order?' }))
    expect(await basis()).toBeNull()
  })

  it.each(['pin', 'request_welcome'])('gave none by a %s', async (type) => {
    await receive(shop, fromMaria({ id: `wamid.${type}`, type, at: NOW, content: {} }))
    expect(await basis()).toBe('no_basis')
  })

  it('gave none either where it turns out that two of them are one person', async () => {
    await stops('PL.91')
    await stops('PL.92')
    const [one, other] = await conversationsOf(shop)
    await peopleOf(shop).post(`${one.contact.id}/join`, { contactId: other.contact.id }).expect(200)
    expect(await basis()).toBe('no_basis')
  })
})
