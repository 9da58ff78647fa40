import { conversation as one } from '../testing/fakeHub.ts'
import type { Conversation } from './conversation.ts'
import { byClosing, closesSoon, conversationsOf, placeConversation } from './conversationPages.ts'

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

describe('a live list of what closes soon', () => {
  const now = Date.UTC(2026, 10, 21, 10)
  const closing = (id: string, minutes: number): Conversation => {
    const expiresAt = new Date(now + minutes * 60_000).toISOString()
    return one({ id, window: { isRequired: true, isOpen: true, expiresAt, openedBy: null, freeEntry: null } })
  }
  const pages = [{ items: [closing('a', 10), closing('b', 60)], nextCursor: 'x' }]

  test('has those first that close first, whatever happened last', () => {
    const placed = placeConversation(pages, closing('c', 30), byClosing)
    expect(conversationsOf(placed, byClosing).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
    expect(placeConversation(pages, closing('d', 90), byClosing)).toBe(pages)
  })

  test.each([
    [1, true],
    [119, true],
    [120, false],
    [0, false],
  ])('counts one that closes in %i minutes: %s', (minutes, isSoon) => {
    expect(closesSoon(closing('a', minutes), now)).toBe(isSoon)
  })
})
