import { afterReload, changeOutbox } from './outbox.ts'

const started = {
  key: 'k1',
  conversationId: 'c',
  content: { type: 'text', text: 'Hello' },
  replyToMessageId: 'm9',
  createdAt: '2026-11-21T10:00:00Z',
} as const
const problem = { code: 'network', message: 'No answer.', action: null }
const sending = changeOutbox([], { type: 'started', attempt: started })

describe('the outbox', () => {
  test('keeps the idempotency key and the text through a failure and a retry', () => {
    const failed = changeOutbox(sending, { type: 'unanswered', key: 'k1', problem })
    expect(failed).toMatchObject([
      { key: 'k1', state: 'unanswered', problem, content: started.content, replyToMessageId: 'm9' },
    ])
    expect(changeOutbox(failed, { type: 'retried', key: 'k1' })).toEqual(sending)
  })

  test('remembers which message the server made of it until that one is shown', () => {
    const accepted = changeOutbox(sending, { type: 'accepted', key: 'k1', messageId: 'm1' })
    expect(accepted).toMatchObject([{ state: 'accepted', messageId: 'm1' }])
    expect(changeOutbox(accepted, { type: 'discarded', key: 'k1' })).toEqual([])
    expect(afterReload(accepted)).toEqual([])
  })

  test('does not claim after a reload that something is still on its way', () => {
    expect(afterReload(sending)).toMatchObject([{ key: 'k1', state: 'unanswered' }])
  })

  test('keeps a refusal through a reload', () => {
    const refused = changeOutbox(sending, { type: 'refused', key: 'k1', problem })
    expect(afterReload(refused)).toEqual(refused)
  })

  test('lets go of a reaction at a reload: the message itself shows what became of it', () => {
    const content = { type: 'reaction', messageId: 'm1', emoji: '👍' } as const
    expect(
      afterReload(changeOutbox([], { type: 'started', attempt: { ...started, content, key: 'k2' } })),
    ).toEqual([])
  })
})
