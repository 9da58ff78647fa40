import { MARIA, METADATA, SECONDS, startChatWithMaria } from './testing/chat-with-maria.ts'

const { act, changes, request, textMaria, until } = startChatWithMaria()

test.each([
  [{ text: 'From the shop' }, { type: 'text', text: { body: 'From the shop' } }],
  [
    {
      content: {
        type: 'edit',
        edit: { original_message_id: 'wamid.X', message: { type: 'text', text: { body: 'b' } } },
      },
    },
    {
      type: 'edit',
      edit: { original_message_id: 'wamid.X', message: { type: 'text', text: { body: 'b' } } },
    },
  ],
  [
    { content: { type: 'revoke', revoke: { original_message_id: 'wamid.X' } } },
    { type: 'revoke', revoke: { original_message_id: 'wamid.X' } },
  ],
])('what the business writes on its phone, %j, is echoed and opens no window', async (input, wire) => {
  const { body } = await act('echoes', input)
  await until(() => changes().length === 1)
  expect(changes()[0]).toEqual({
    field: 'smb_message_echoes',
    value: {
      messaging_product: 'whatsapp',
      metadata: METADATA,
      contacts: [MARIA],
      message_echoes: [
        {
          from: '48221234501',
          to: '48601234567',
          to_user_id: 'PL.100000000000001',
          id: body.message.wamid,
          timestamp: SECONDS,
          ...wire,
        },
      ],
    },
  })
  expect((await textMaria()).body.error.code).toBe(131047)
})

test('a business’s phone fills in no form of a customer', async () => {
  const content = { type: 'button', button: { payload: 'x', text: 'x' } }
  expect((await act('echoes', { content })).status).toBe(400)
})

test('history comes as threads with the status each message had, and is on the phone', async () => {
  const messages = [
    { from: 'customer', text: 'Hello', sentAt: '2026-09-01T10:00:00Z' },
    { from: 'business', text: 'Hi', sentAt: '2026-09-01T10:01:00Z', status: 'PLAYED' },
    { from: 'customer', mediaPlaceholder: true, sentAt: '2026-09-01T10:02:00Z' },
  ]
  const { body } = await act('history', { phase: 1, threads: [{ customerId: 'maria', messages }] })
  await until(() => changes().length === 1)
  const at = (iso: string) => String(Date.parse(iso) / 1000)
  const customer = { from: '48601234567', from_user_id: 'PL.100000000000001' }
  expect(changes()[0]).toEqual({
    field: 'history',
    value: {
      messaging_product: 'whatsapp',
      metadata: METADATA,
      history: [
        {
          metadata: { phase: 1, chunk_order: 1, progress: 100 },
          threads: [
            {
              id: '48601234567',
              messages: [
                {
                  ...customer,
                  id: body.wamids[0],
                  timestamp: at('2026-09-01T10:00:00Z'),
                  type: 'text',
                  text: { body: 'Hello' },
                  history_context: { status: 'READ' },
                },
                {
                  from: '48221234501',
                  to: '48601234567',
                  to_user_id: 'PL.100000000000001',
                  id: body.wamids[1],
                  timestamp: at('2026-09-01T10:01:00Z'),
                  type: 'text',
                  text: { body: 'Hi' },
                  history_context: { status: 'PLAYED' },
                },
                {
                  ...customer,
                  id: body.wamids[2],
                  timestamp: at('2026-09-01T10:02:00Z'),
                  type: 'media_placeholder',
                  history_context: { status: 'READ' },
                },
              ],
            },
          ],
        },
      ],
    },
  })
  const stored = await request('GET', '/sim/messages?customerId=maria')
  expect(stored.body.items).toHaveLength(3)
})

test('a business that keeps its history to itself sends only the refusal', async () => {
  await act('history', { declined: true })
  await until(() => changes().length === 1)
  expect(changes()[0]!.value.history).toEqual([{ errors: [expect.objectContaining({ code: 2593109 })] }])
})
