import type { Message, MessageContent } from '../world/message.ts'
import { readThread } from './thread.ts'

let clock = 0
function message(
  direction: Message['direction'],
  content: MessageContent,
  more: Partial<Message> = {},
): Message {
  clock += 1
  const at = new Date(clock * 1000).toISOString()
  return {
    wamid: `wamid.${clock}`,
    direction,
    wabaId: '1',
    phoneNumberId: '2',
    customerId: 'maria',
    recipient: null,
    content,
    contextWamid: null,
    callbackData: null,
    sentAt: at,
    createdAt: at,
    status: direction === 'inbound' ? 'acknowledged' : 'delivered',
    history: [],
    error: null,
    pricing: null,
    ...more,
  }
}
const text = (body: string): MessageContent => ({ type: 'text', body })
const react = (to: Message, emoji: string): MessageContent => ({
  type: 'reaction',
  payload: { message_id: to.wamid, emoji },
})

test('the last reaction of each side counts, and an empty one takes it back', () => {
  const hello = message('outbound', text('Hello'))
  const [item, ...others] = readThread([
    hello,
    message('inbound', react(hello, '👍')),
    message('outbound', react(hello, '🙏')),
    message('inbound', react(hello, '❤️')),
  ])
  expect(item!.reactions).toEqual([
    { emoji: '🙏', own: false },
    { emoji: '❤️', own: true },
  ])
  expect(others).toEqual([])
  expect(readThread([hello, message('inbound', react(hello, ''))])[0]!.reactions).toEqual([])
})

test('an edited message shows its last text, a deleted one only that it was there', () => {
  const first = message('inbound', text('Helo'))
  const edit = message('inbound', {
    type: 'edit',
    payload: { original_message_id: first.wamid, message: { type: 'text', text: { body: 'Hello' } } },
  })
  const [edited] = readThread([first, edit])
  expect(edited).toMatchObject({ content: text('Hello'), edited: true, revoked: false })
  const revoke = message('inbound', { type: 'revoke', payload: { original_message_id: first.wamid } })
  expect(readThread([first, edit, revoke])).toMatchObject([{ revoked: true }])
})

test('a late message stands where its own time puts it, quoting what it answers', () => {
  const question = message('outbound', text('When?'))
  const answer = message('inbound', text('Now'), { contextWamid: question.wamid })
  const items = readThread([answer, question])
  expect(items.map((item) => item.message)).toEqual([question, answer])
  expect(items[1]!.quoted).toBe(question)
})

test('what the phone has not received yet is not there', () => {
  expect(readThread([message('outbound', text('Soon'), { status: 'sent' })])).toEqual([])
})
