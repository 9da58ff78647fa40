import { message, reaction } from '../testing/fakeHub.ts'
import type { Reaction } from './message.ts'
import type { AnyAttempt } from './outbox.ts'
import { withPendingReactions } from './pendingReactions.ts'

const attempt = (emoji: string, change: Partial<AnyAttempt> = {}): AnyAttempt => ({
  key: `k${emoji}`,
  conversationId: 'c1',
  content: { type: 'reaction', messageId: 'm1', emoji },
  replyToMessageId: null,
  createdAt: '2026-11-21T10:05:00.000Z',
  state: 'sending',
  messageId: null,
  problem: null,
  ...change,
})
const shown = (attempts: AnyAttempt[], reactions: Reaction[] = []) =>
  withPendingReactions([message({ reactions })], attempts, null)[0]?.reactions.map((one) => one.emoji)

describe('a reaction on its way', () => {
  test('shows on its message at once, beside the customer’s and instead of our earlier one', () => {
    const reactions = [reaction({ emoji: '🎉' }), reaction({ direction: 'outbound' })]
    expect(shown([attempt('❤️')], reactions)).toEqual(['🎉', '❤️'])
    expect(shown([attempt('')], reactions)).toEqual(['🎉'])
  })

  test('counts as it was chosen last', () => {
    expect(shown([attempt('👍'), attempt('❤️')])).toEqual(['❤️'])
  })

  test('is taken back when it was refused', () => {
    expect(shown([attempt('👍', { state: 'refused' })])).toEqual([])
  })
})
