import { message as one } from '../testing/fakeHub.ts'
import type { Message } from './message.ts'
import {
  hasVanished,
  mergeNewestPage,
  messagesOf,
  type ThreadPage,
  withoutUnknownOutbound,
} from './threadPages.ts'

const message = (n: number, status: Message['status'] = 'sent'): Message => {
  const at = new Date(Date.UTC(2026, 10, 21, 10, 0, n)).toISOString()
  return one({
    id: `m${String(n).padStart(3, '0')}`,
    direction: 'outbound',
    content: { type: 'text', text: `message ${n}` },
    status,
    sentAt: at,
    createdAt: at,
  })
}
const page = (from: number, to: number, olderCursor: string | null = 'older'): ThreadPage => ({
  items: Array.from({ length: to - from + 1 }, (_, index) => message(from + index)),
  olderCursor,
})
const ids = (pages: ThreadPage[]) => messagesOf(pages).map(({ id }) => id)

describe('a live thread', () => {
  test('takes new messages without losing the older pages', () => {
    const merged = mergeNewestPage([page(4, 6), page(1, 3, null)], page(5, 8))
    expect(ids(merged)).toEqual(['m001', 'm002', 'm003', 'm004', 'm005', 'm006', 'm007', 'm008'])
    expect(merged).toHaveLength(2)
    expect(merged[0]?.olderCursor).toBe('older')
  })

  test('replaces a status where the message stands', () => {
    const merged = mergeNewestPage([page(1, 2)], { items: [message(2, 'read')], olderCursor: 'x' })
    expect(messagesOf(merged).map((one) => one.status)).toEqual(['sent', 'read'])
  })

  test('starts anew when messages in between are missing', () => {
    expect(ids(mergeNewestPage([page(1, 3)], page(60, 62)))).toEqual(['m060', 'm061', 'm062'])
  })

  test('puts a late message at the time its sender wrote it', () => {
    const merged = mergeNewestPage([{ items: [message(1), message(3)], olderCursor: null }], {
      items: [message(1), message(2), message(3)],
      olderCursor: null,
    })
    expect(ids(merged)).toEqual(['m001', 'm002', 'm003'])
  })

  test('shows nothing twice however often it is read', () => {
    const once = mergeNewestPage([page(1, 3)], page(2, 5))
    expect(mergeNewestPage(once, page(2, 5))).toEqual(once)
  })

  test('does not show an own message beside the attempt that is still waiting for its answer', () => {
    const fresh = { items: [message(2, 'read'), message(3)], olderCursor: null }
    expect(withoutUnknownOutbound([page(1, 2)], fresh).items).toEqual([message(2, 'read')])
  })

  test.each([
    ['one that had not left is missing', [message(1), message(2, 'queued')], [message(1)], null, true],
    ['one that had left stands above what was read', [message(1), message(3)], [message(3)], 'older', false],
    [
      'one that had not left stands above it',
      [message(1, 'queued'), message(3)],
      [message(3)],
      'older',
      false,
    ],
    ['one that had not left is there', [message(2, 'queued')], [message(2, 'sent')], null, false],
  ])('notices what is gone: %s', (_, shown, read, olderCursor, isGone) => {
    expect(hasVanished([{ items: shown, olderCursor: null }], { items: read, olderCursor })).toBe(isGone)
  })

  test('fills an empty thread', () => {
    expect(ids(mergeNewestPage([], page(1, 2)))).toEqual(['m001', 'm002'])
    expect(ids(mergeNewestPage([{ items: [], olderCursor: null }], page(1, 1)))).toEqual(['m001'])
  })
})
