import { GraphError } from '../graph/graph-error.ts'
import { readSendRequest } from './send-request.ts'

const text = { messaging_product: 'whatsapp', to: '+48601234567', type: 'text', text: { body: 'Hello' } }

test.each<[string, Record<string, unknown>, number]>([
  ['no product', { ...text, messaging_product: undefined }, 100],
  ['another product', { ...text, messaging_product: 'sms' }, 100],
  ['nobody addressed', { ...text, to: undefined }, 100],
  ['an address that is no text', { ...text, to: {} }, 131009],
  ['no text', { ...text, text: undefined }, 131008],
  ['an empty text', { ...text, text: { body: '' } }, 131008],
  ['a text that is none', { ...text, text: { body: 7 } }, 131009],
  ['4097 characters', { ...text, text: { body: 'x'.repeat(4097) } }, 100],
  ['513 characters of callback data', { ...text, biz_opaque_callback_data: 'x'.repeat(513) }, 100],
  ['a category, outside of Direct Send', { ...text, category: 'utility' }, 100],
  ['a hash that is no text', { ...text, recipient_identity_key_hash: {} }, 131009],
  ['a context without a message', { ...text, context: {} }, 131008],
  ['a type only customers send', { ...text, type: 'order', order: {} }, 131051],
  ['a group nobody is in', { ...text, recipient_type: 'group' }, 131041],
  ['another kind of recipient', { ...text, recipient_type: 'crowd' }, 100],
  [
    'a reaction as an answer',
    {
      ...text,
      type: 'reaction',
      reaction: { message_id: 'wamid.1', emoji: '👍' },
      context: { message_id: 'wamid.2' },
    },
    131009,
  ],
  ['a type nobody knows', { ...text, type: 'poem' }, 100],
  ['a read receipt without a message', { messaging_product: 'whatsapp', status: 'read' }, 100],
])('%s is refused', (_case, body, code) => {
  expect(() => readSendRequest(body)).toThrow(GraphError)
  try {
    readSendRequest(body)
  } catch (error) {
    expect((error as GraphError).code).toBe(code)
  }
})

test('of phone and user id the phone counts', () => {
  const request = readSendRequest({ ...text, recipient: 'US.1', biz_opaque_callback_data: 'order 7' })
  expect(request).toMatchObject({
    kind: 'message',
    to: '+48601234567',
    recipient: null,
    callbackData: 'order 7',
  })
})

test('callback data is counted in characters', () => {
  const data = '📦'.repeat(512)
  expect(readSendRequest({ ...text, biz_opaque_callback_data: data })).toMatchObject({ callbackData: data })
})
