import { conversation as one } from '../testing/fakeHub.ts'
import type { Conversation } from './conversation.ts'
import { conversationsOf, placeConversation } from './conversationPages.ts'

const conversation = (id: string, minute: number, unreadCount = 0): Conversation =>
  one({ id, lastMessageAt: new Date(Date.UTC(2026, 10, 21, 10, minute)).toISOString(), unreadCount })
const order = (pages: Parameters<typeof conversationsOf>[0]) => conversationsOf(pages).map((one) => one.id)

describe('a live list of conversations', () => {
  const pages = [
    { items: [conversation('a', 30), conversation('b', 20)], nextCursor: 'x' },
    { items: [conversation('c', 10)], nextCursor: 'y' },
  ]

  test('moves a conversation with a new message to the top', () => {
    expect(order(placeConversation(pages, conversation('c', 40, 1)))).toEqual(['c', 'a', 'b'])
  })

  test('takes a new conversation in', () => {
    expect(order(placeConversation(pages, conversation('d', 41)))).toEqual(['d', 'a', 'b', 'c'])
  })

  test('leaves alone what scrolling has not reached yet', () => {
    expect(placeConversation(pages, conversation('old', 1))).toBe(pages)
  })

  test('takes an old one when the whole list is loaded', () => {
    const whole = [{ items: [conversation('a', 30)], nextCursor: null }]
    expect(order(placeConversation(whole, conversation('old', 1)))).toEqual(['a', 'old'])
  })

  test('shows nothing twice when a page moved under the cursor', () => {
    expect(order([...pages, { items: [conversation('b', 20)], nextCursor: null }])).toEqual(['a', 'b', 'c'])
  })
})
