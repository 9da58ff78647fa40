import { openShop, type Shop } from './support/shop.ts'

const NOW = Math.floor(Date.now() / 1000)
const CONVERSATIONS = '/api/communication_channels/conversations'
const MARIA = { from: '48601234567', from_user_id: 'PL.100000000000001' }

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())
beforeEach(() =>
  shop.sql(`truncate cc_webhook_deliveries, cc_outgoing_events, cc_message_status_events, cc_external_messages,
    cc_external_conversations, cc_contact_identities, cc_external_contacts`),
)

/** A change of the account's first number, as Meta posts it. */
async function receive(field: string, value: Record<string, unknown>): Promise<void> {
  const number = shop.acme.account.numbers[0]!
  const metadata = { display_phone_number: '48221234501', phone_number_id: number.id }
  const changes = [{ field, value: { messaging_product: 'whatsapp', metadata, ...value } }]
  const body = { object: 'whatsapp_business_account', entry: [{ id: shop.acme.account.wabaId, changes }] }
  expect(await shop.acme.deliver(body)).toBe(200)
  await shop.drain()
}

const contacts = [{ profile: { name: 'Maria Nowak' }, wa_id: MARIA.from, user_id: MARIA.from_user_id }]
const say = (id: string, type: string, content: unknown, more: Record<string, unknown> = {}, at = NOW) =>
  receive('messages', {
    contacts,
    messages: [{ ...MARIA, id, timestamp: String(at), type, [type]: content, ...more }],
  })

const conversations = async () => (await shop.acme.agent('get', CONVERSATIONS).expect(200)).body.items
const thread = async () => {
  const [conversation] = await conversations()
  return (await shop.acme.agent('get', `${CONVERSATIONS}/${conversation.id}/messages`).expect(200)).body.items
}

describe('what a customer sends is in the thread as what it is', () => {
  it.each<[string, string, unknown, object]>([
    [
      'a place',
      'location',
      { latitude: 52.23, longitude: 21.01, name: 'Shop', address: 'Nowy Świat 1' },
      { type: 'location', latitude: 52.23, longitude: 21.01, name: 'Shop', address: 'Nowy Świat 1' },
    ],
    [
      'a picture with its caption',
      'image',
      { id: '77', mime_type: 'image/jpeg', sha256: 'abc=', caption: 'This one' },
      { type: 'image', media: { id: '77', mimeType: 'image/jpeg', sha256: 'abc=' }, caption: 'This one' },
    ],
    [
      'a contact card',
      'contacts',
      [
        {
          name: { formatted_name: 'Jan Kowalski' },
          phones: [{ phone: '+48 600 000 000', wa_id: '48600000000' }],
        },
      ],
      { type: 'contacts', contacts: [{ name: { formattedName: 'Jan Kowalski' } }] },
    ],
    [
      'a chosen button',
      'interactive',
      { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes, please' } },
      { type: 'reply', kind: 'button', id: 'yes', title: 'Yes, please' },
    ],
    [
      'a filled-in form',
      'interactive',
      {
        type: 'nfm_reply',
        nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"t1","size":"L"}' },
      },
      { type: 'form_answer', values: { size: 'L' }, token: 't1' },
    ],
    [
      'a cart with its lines and its total',
      'order',
      {
        catalog_id: '55',
        text: 'By Friday?',
        product_items: [
          { product_retailer_id: 'TENT', quantity: 2, item_price: '199.90', currency: 'PLN' },
          { product_retailer_id: 'MUG', quantity: 1, item_price: 0.1, currency: 'PLN' },
        ],
      },
      {
        type: 'order',
        text: 'By Friday?',
        items: [
          { productId: 'TENT', quantity: 2, unitPrice: '199.90', lineTotal: '399.8' },
          { productId: 'MUG', quantity: 1, unitPrice: '0.1', lineTotal: '0.1' },
        ],
        totals: [{ currency: 'PLN', amount: '399.9' }],
      },
    ],
    [
      'a kind that nobody knows yet, kept whole',
      'hologram',
      { id: 'h' },
      { type: 'unsupported', kind: 'hologram' },
    ],
  ])('%s', async (_, type, content, shown) => {
    await say('in1', type, content)
    expect(await thread()).toMatchObject([{ direction: 'inbound', origin: 'live', content: shown }])
    expect(await conversations()).toMatchObject([
      { unreadCount: 1, window: { isOpen: true }, lastMessage: { contentType: expect.any(String) } },
    ])
  })

  it('counts the kinds that are not known', async () => {
    await say('in1', 'hologram', {})
    await receive('next_years_field', { anything: true })
    const rows = await shop.sql<{ fields: object }>(
      `select outcome -> 'fields' as fields from cc_webhook_deliveries order by received_at`,
    )
    expect(rows.map((row) => row.fields)).toEqual([{ 'messages.hologram': 1 }, { next_years_field: 1 }])
  })
})

describe('what is said about a message is shown on it', () => {
  it.each([
    ['after it', ['message', 'reaction']],
    ['before it', ['reaction', 'message']],
  ])('a reaction that comes %s', async (_, order) => {
    for (const kind of order) {
      if (kind === 'message') await say('in1', 'text', { body: 'Hello' })
      else await say('in2', 'reaction', { message_id: 'in1', emoji: '👍' }, {}, NOW + 1)
    }
    expect(await thread()).toMatchObject([
      { content: { text: 'Hello' }, reactions: [{ emoji: '👍', direction: 'inbound' }] },
    ])
    expect(await conversations()).toMatchObject([{ unreadCount: 1, lastMessage: { preview: 'Hello' } }])
    await say('in3', 'reaction', { message_id: 'in1' }, {}, NOW + 2)
    expect(await thread()).toMatchObject([{ reactions: [] }])
  })

  it('an edit, and in the end that it was withdrawn', async () => {
    await say('in1', 'text', { body: 'Tenn' })
    const edited = { original_message_id: 'in1', message: { type: 'text', text: { body: 'Ten' } } }
    await say('in2', 'edit', edited, {}, NOW + 1)
    expect(await thread()).toMatchObject([{ content: { text: 'Ten' }, editedAt: expect.any(String) }])
    expect(await conversations()).toMatchObject([{ lastMessage: { preview: 'Ten' } }])
    await say('in3', 'revoke', { original_message_id: 'in1' }, {}, NOW + 2)
    const [message] = await thread()
    expect(message).toMatchObject({ content: { type: 'revoked' }, revokedAt: expect.any(String) })
    expect(JSON.stringify([message, await conversations()])).not.toContain('Ten')
  })

  it('stays said, however often they react afterwards, and nothing that names itself is lost', async () => {
    await say('in1', 'text', { body: 'Secret' })
    await say('in2', 'revoke', { original_message_id: 'in1' }, {}, NOW + 1)
    const reactions = Array.from({ length: 60 }, (_, index) => ({
      ...MARIA,
      id: `again${index}`,
      timestamp: String(NOW + 2 + index),
      type: 'reaction',
      reaction: { message_id: 'in1', emoji: '👍' },
    }))
    await receive('messages', { contacts, messages: reactions })
    await say('self', 'reaction', { message_id: 'self', emoji: '👍' }, {}, NOW + 100)
    expect(await thread()).toMatchObject([
      { content: { type: 'revoked' } },
      { content: { type: 'reaction', emoji: '👍' } },
    ])
  })

  it('by somebody else about their message changes nothing', async () => {
    await say('in1', 'text', { body: 'Mine' })
    const stranger = { from: '4915123456789', from_user_id: 'DE.4' }
    await say('in2', 'revoke', { original_message_id: 'in1' }, stranger, NOW + 1)
    await say('in3', 'reaction', { message_id: 'in1', emoji: '👎' }, stranger, NOW + 1)
    const all = await conversations()
    const maria = all.find((one: { contact: { phone: string } }) => one.contact.phone === '+48601234567')
    const { body } = await shop.acme.agent('get', `${CONVERSATIONS}/${maria.id}/messages`)
    expect(body.items).toMatchObject([{ content: { text: 'Mine' }, reactions: [], revokedAt: null }])
  })

  it('a quoted message, and where the customer came from', async () => {
    await say('in1', 'text', { body: 'Is it blue?' })
    const referral = { source_type: 'ad', source_id: '9', headline: 'Tents', source_url: 'https://fb.me/x' }
    await say(
      'in2',
      'text',
      { body: 'Well?' },
      { context: { id: 'in1', from: MARIA.from, forwarded: true }, referral },
      NOW + 1,
    )
    const [first, second] = await thread()
    expect(second).toMatchObject({
      replyTo: { messageId: first.id, direction: 'inbound', contentType: 'text', preview: 'Is it blue?' },
      context: { forwarded: 'once', referral: { sourceType: 'ad', headline: 'Tents' } },
    })
  })
})

describe('what the business does beside us', () => {
  const echo = { from: '48221234501', to: MARIA.from, to_user_id: MARIA.from_user_id }

  it('on its own phone is shown as sent from there, opens no window and is not unread', async () => {
    await receive('smb_message_echoes', {
      message_echoes: [
        { ...echo, id: 'echo1', timestamp: String(NOW), type: 'text', text: { body: 'On my way' } },
      ],
    })
    expect(await thread()).toMatchObject([
      {
        direction: 'outbound',
        origin: 'device',
        status: 'sent',
        author: null,
        content: { text: 'On my way' },
      },
    ])
    expect(await conversations()).toMatchObject([
      { unreadCount: 0, window: { isOpen: false, expiresAt: null } },
    ])
  })

  it('before it was connected is kept and announced to nobody', async () => {
    await receive('history', {
      history: [
        {
          metadata: { phase: 0, chunk_order: 1, progress: 50 },
          threads: [
            {
              id: MARIA.from,
              messages: [
                {
                  from: MARIA.from,
                  id: 'h1',
                  timestamp: String(NOW - 100),
                  type: 'text',
                  text: { body: 'Old' },
                  history_context: { status: 'READ' },
                },
                {
                  from: '48221234501',
                  to: MARIA.from,
                  id: 'h2',
                  timestamp: String(NOW - 90),
                  type: 'text',
                  text: { body: 'Answer' },
                  history_context: { status: 'DELIVERED' },
                },
              ],
            },
          ],
        },
      ],
    })
    expect(await thread()).toMatchObject([
      { direction: 'inbound', origin: 'history', content: { text: 'Old' } },
      { direction: 'outbound', origin: 'history', status: 'delivered', content: { text: 'Answer' } },
    ])
    expect(await conversations()).toMatchObject([{ unreadCount: 0, window: { isOpen: false } }])
  })
})

it.each([
  ['before', ['media_placeholder', 'image']],
  ['after', ['image', 'media_placeholder']],
])('a file of the history is shown, whether its placeholder comes %s it or not', async (_, types) => {
  for (const type of types) {
    const message = {
      from: MARIA.from,
      id: 'h1',
      timestamp: String(NOW - 100),
      type,
      ...(type === 'image' ? { image: { id: '77', mime_type: 'image/jpeg', sha256: 'abc=' } } : {}),
      history_context: { status: 'READ' },
    }
    const threads = [{ id: MARIA.from, messages: [message] }]
    await receive('history', {
      history: [{ metadata: { phase: 0, chunk_order: 1, progress: 50 }, threads }],
    })
  }
  expect(await thread()).toMatchObject([{ content: { type: 'image', media: { id: '77' } } }])
})

describe('notices', () => {
  it('of a call are one line that says how it ended, and a call opens the window', async () => {
    const call = {
      id: 'wacid.1',
      from: MARIA.from,
      from_user_id: MARIA.from_user_id,
      to: '48221234501',
      direction: 'USER_INITIATED',
    }
    await receive('calls', {
      contacts,
      calls: [{ ...call, event: 'terminate', timestamp: String(NOW + 9), status: 'FAILED' }],
    })
    await receive('calls', { contacts, calls: [{ ...call, event: 'connect', timestamp: String(NOW) }] })
    expect(await thread()).toMatchObject([
      { content: { type: 'call', isByCustomer: true }, call: { state: 'missed' } },
    ])
    expect(await conversations()).toMatchObject([{ unreadCount: 1, window: { isOpen: true } }])
  })

  it('of a changed number or preference stand in the thread and are no news', async () => {
    await say('in1', 'text', { body: 'Hello' })
    await receive('messages', {
      messages: [
        {
          from: MARIA.from,
          id: 'sys1',
          timestamp: String(NOW + 1),
          type: 'system',
          system: { body: 'Maria changed', type: 'user_changed_number', wa_id: '48609999999' },
        },
      ],
    })
    await receive('user_preferences', {
      contacts,
      user_preferences: [
        {
          wa_id: MARIA.from,
          user_id: MARIA.from_user_id,
          detail: 'User requested to stop marketing messages',
          category: 'marketing_messages',
          value: 'stop',
          timestamp: NOW + 2,
        },
      ],
    })
    expect(await thread()).toMatchObject([
      { content: { text: 'Hello' } },
      { content: { type: 'system', kind: 'phone_changed', current: '+48609999999' } },
      { content: { type: 'system', kind: 'marketing_stopped' } },
    ])
    expect(await conversations()).toMatchObject([{ unreadCount: 1 }])
  })
})

describe('what Meta reports of the account', () => {
  it('changes a template and stands in the timeline of the connection, once', async () => {
    const [template] = await shop.sql<{ external_id: string; name: string; connection_id: string }>(
      `select external_id, name, connection_id from wa_templates
       where status = 'APPROVED' and tenant_id = ? and name = 'order_update' and language = 'en_US'`,
      [shop.acme.tenantId],
    )
    const value = {
      event: 'PAUSED',
      message_template_id: Number(template!.external_id),
      message_template_name: template!.name,
      message_template_language: 'en_US',
      reason: 'NONE',
    }
    const changes = [{ field: 'message_template_status_update', value }]
    // After the templates were last read from Graph: what is older than that reading is in it already.
    const time = Math.floor(Date.now() / 1000)
    const entry = [{ id: shop.acme.account.wabaId, time, changes }]
    for (let times = 0; times < 2; times++) {
      expect(await shop.acme.deliver({ object: 'whatsapp_business_account', entry })).toBe(200)
      await shop.drain()
    }
    const [row] = await shop.sql('select status from wa_templates where external_id = ? and tenant_id = ?', [
      template!.external_id,
      shop.acme.tenantId,
    ])
    expect(row).toEqual({ status: 'PAUSED' })
    const path = `/api/channel_whatsapp/connections/${template!.connection_id}/timeline`
    const { body } = await shop.acme.admin('get', path).expect(200)
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({
      severity: expect.any(String),
      subject: expect.stringContaining('order_update'),
    })
    const outcomes = await shop.sql(`select outcome ->> 'accountEvents' as events from cc_webhook_deliveries`)
    expect(outcomes).toEqual([{ events: '1' }, { events: '1' }])
    await shop.birch.admin('get', path).expect(404)
  })
})
