import type { MessageContent } from '../world/message.ts'
import { targetObstacle } from './message-target.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const text: MessageContent = { type: 'text', body: 'Hello' }
const reaction: MessageContent = { type: 'reaction', payload: { message_id: 'wamid.1', emoji: '👍' } }
const pin: MessageContent = { type: 'pin', payload: { type: 'pin', message_id: 'wamid.1' } }
const message = (content: MessageContent, daysAgo: number) => ({
  content,
  sentAt: new Date(now - daysAgo * 86_400_000).toISOString(),
})

test.each([
  ['reaction', message(text, 30), null],
  ['reaction', message(text, 30.1), 'is older than 30 days'],
  ['reaction', message(reaction, 1), 'is a reaction itself'],
  ['reaction', undefined, 'does not exist in this chat'],
  ['context', message(text, 31), null],
  ['context', message(reaction, 1), 'is a reaction itself'],
  ['context', message(pin, 1), 'cannot be quoted'],
  ['context', undefined, 'does not exist in this chat'],
  ['pin', message(text, 31), null],
  ['pin', message(reaction, 1), 'is a reaction itself'],
] as const)('a %s on %p: %p', (kind, target, obstacle) => {
  expect(targetObstacle(kind, target, now)).toBe(obstacle)
})
