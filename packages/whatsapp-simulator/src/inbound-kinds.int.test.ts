import { MARIA, METADATA, SECONDS, startChatWithMaria } from './testing/chat-with-maria.ts'

const { act, mariaWrites, messages, received, textMaria, until } = startChatWithMaria()
const mariaSends = (body: Record<string, unknown>) => act('messages', body)

const file = (mime_type: string, more = {}) => ({
  id: expect.stringMatching(/^\d+$/),
  mime_type,
  sha256: expect.stringMatching(/^[\w+/]{43}=$/),
  url: expect.stringMatching(/^http:\/\/localhost:\d+\/whatsapp_business\/attachments\//),
  ...more,
})
const card = { name: { formatted_name: 'Ola' }, phones: [{ phone: '+48 1', type: 'CELL' }], origin: 'other' }
const order = {
  catalog_id: 'c1',
  text: 'please',
  product_items: [{ product_retailer_id: 'TENT', quantity: 2, item_price: 189.5, currency: 'EUR' }],
}
const flowAnswer = { name: 'flow', body: 'Sent', response_json: '{"flow_token":"t","date":"2026-12-01"}' }
const unknownType = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
}

const kinds: [content: Record<string, unknown>, onTheWire?: Record<string, unknown>][] = [
  [{ type: 'text', text: { body: 'Hi' } }],
  [
    { type: 'image', image: { caption: 'Look' } },
    { type: 'image', image: file('image/jpeg', { caption: 'Look' }) },
  ],
  [
    {
      type: 'video',
      video: { id: '7', mime_type: 'video/3gp', sha256: 'abc=', url: 'https://lookaside.fbsbx.com/7' },
    },
  ],
  [
    { type: 'audio', audio: { voice: true } },
    { type: 'audio', audio: file('audio/ogg; codecs=opus', { voice: true }) },
  ],
  [
    { type: 'document', document: { filename: 'a.pdf' } },
    { type: 'document', document: file('application/pdf', { filename: 'a.pdf' }) },
  ],
  [
    { type: 'sticker', sticker: { animated: true } },
    { type: 'sticker', sticker: file('image/webp', { animated: true }) },
  ],
  [{ type: 'location', location: { latitude: 52.2, longitude: 21, name: 'Shop', address: 'Rynek 1' } }],
  [{ type: 'location', location: { latitude: -23.5, longitude: -46.6 } }],
  [{ type: 'contacts', contacts: [card, { phones: [] }] }],
  [{ type: 'button', button: { payload: 'YES-1', text: 'Yes' } }],
  [{ type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } } }],
  [
    {
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id: 'r', title: 'Row', description: 'Long' } },
    },
  ],
  [{ type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: flowAnswer } }],
  [
    {
      type: 'interactive',
      interactive: {
        type: 'call_permission_reply',
        call_permission_reply: {
          response: 'accept',
          expiration_timestamp: 1796000000,
          response_source: 'user_action',
        },
      },
    },
  ],
  [{ type: 'order', order }],
  [{ type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '👍' } }],
  [{ type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '' } }],
  [{ type: 'reaction', reaction: { message_id: 'wamid.X' } }],
  [
    {
      type: 'edit',
      edit: { original_message_id: 'wamid.X', message: { type: 'text', text: { body: 'Better' } } },
    },
  ],
  [{ type: 'revoke', revoke: { original_message_id: 'wamid.X' } }],
  [
    { type: 'unsupported', unsupported: { type: 'poll_creation' } },
    { type: 'unsupported', unsupported: { type: 'poll_creation' }, errors: [unknownType] },
  ],
  [
    { type: 'unsupported', unsupported: {} },
    { type: 'unsupported', errors: [unknownType] },
  ],
]

test.each(kinds)('%j reaches the business as Meta writes it', async (content, onTheWire = content) => {
  const { status, body } = await mariaSends({ content })
  expect(status).toBe(201)
  await until(() => messages().length === 1)
  expect(received()[0]!.values[0]).toEqual({
    messaging_product: 'whatsapp',
    metadata: METADATA,
    contacts: [MARIA],
    messages: [
      {
        from: '48601234567',
        from_user_id: 'PL.100000000000001',
        id: body.message.wamid,
        timestamp: SECONDS,
        ...onTheWire,
      },
    ],
  })
})

test.each([
  [{ forwarded: true }, { context: { forwarded: true } }],
  [{ frequentlyForwarded: true }, { context: { frequently_forwarded: true } }],
  [{ contextWamid: 'wamid.Q' }, { context: { from: '48221234501', id: 'wamid.Q' } }],
  [
    { referredProduct: { catalogId: 'c', productRetailerId: 'p' } },
    {
      context: { from: '48221234501', referred_product: { catalog_id: 'c', product_retailer_id: 'p' } },
    },
  ],
  [
    { referral: { source_type: 'ad', source_id: '1', ctwa_clid: 'x' } },
    { referral: { source_type: 'ad', source_id: '1', ctwa_clid: 'x' } },
  ],
])('a text with %j says where it comes from', async (origin, expected) => {
  await mariaSends({ text: 'Hi', ...origin })
  await until(() => messages().length === 1)
  expect(messages()[0]).toMatchObject(expected)
})

test('a customer who changes the number is told by the system, without a contact, and known by the new one', async () => {
  await mariaSends({
    content: { type: 'system', system: { type: 'user_changed_number', wa_id: '48700100200' } },
  })
  await until(() => messages().length === 1)
  expect(received()[0]!.values[0]).not.toHaveProperty('contacts')
  expect(messages()[0]).toMatchObject({
    from: '48601234567',
    type: 'system',
    system: {
      type: 'user_changed_number',
      wa_id: '48700100200',
      body: 'User Maria Nowak changed from 48601234567 to 48700100200',
    },
  })
  await mariaWrites()
  await until(() => messages().length === 2)
  expect(messages()[1]!.from).toBe('48700100200')
})

test('a changed identity carries its hash beside the system part', async () => {
  const identity = { acknowledged: true, created_timestamp: '1796000000', hash: 'h' }
  const system = { type: 'customer_identity_changed', body: 'User identity changed' }
  await mariaSends({ content: { type: 'system', system: { ...system, identity } } })
  await until(() => messages().length === 1)
  expect(messages()[0]).toMatchObject({ type: 'system', system, identity })
  expect(messages()[0]!.system).not.toHaveProperty('identity')
})

test.each([
  ['neither text nor content', {}],
  ['both', { text: 'Hi', content: { type: 'text', text: { body: 'Hi' } } }],
  ['an unknown type', { content: { type: 'poem', poem: {} } }],
  ['a latitude beyond the pole', { content: { type: 'location', location: { latitude: 91, longitude: 0 } } }],
  ['an unknown key', { content: { type: 'image', image: { colour: 'red' } } }],
])('%s is refused', async (_case, body) => {
  expect(await mariaSends(body)).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
})

test.each([
  ['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '👍' } }, 200],
  ['a deletion', { type: 'revoke', revoke: { original_message_id: 'wamid.X' } }, 400],
])(
  'after %s of a customer, who wrote nothing, a free text is answered as the window is',
  async (_case, content, status) => {
    await mariaSends({ content })
    expect((await textMaria()).status).toBe(status)
  },
)
