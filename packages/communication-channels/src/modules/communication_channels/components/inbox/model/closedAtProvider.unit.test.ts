import { conversation, message } from '../testing/fakeHub.ts'
import { closedAtProvider } from './closedAtProvider.ts'
import type { Message, MessageError } from './message.ts'

const error = { code: 'window_closed_at_provider' } as MessageError
const ours = (minute: number, change: Partial<Message> = {}) =>
  message({ direction: 'outbound', origin: 'api', status: 'failed', sentAt: at(minute), ...change })
const at = (minute: number) => `2026-11-22T10:${String(minute).padStart(2, '0')}:00.000Z`
const template = { type: 'template', name: 'hello', language: 'en' } as Message['content']

test.each<[string, Message[], boolean]>([
  ['said nothing', [ours(5, { status: 'sent' })], false],
  ['refused an answer for it', [ours(5, { error })], true],
  ['refused one for something else', [ours(5, { error: { ...error, code: 'other' } })], false],
  ['let a later answer go', [ours(5, { error }), ours(6, { status: 'sent' })], false],
  ['has not answered the next one', [ours(5, { error }), ours(6, { status: 'sending' })], true],
  ['let a template go after it', [ours(5, { error }), ours(6, { status: 'sent', content: template })], true],
  ['heard of the customer since', [ours(1, { error })], false],
])('the window is closed where the provider %s', (_case, messages, expected) => {
  const openedBy = { messageId: 'm0', contentType: 'text', at: at(3) }
  const opened = conversation({ window: { ...conversation().window, openedBy } })
  expect(closedAtProvider(opened, messages, Date.now()) !== null).toBe(expected)
})

test('once our clock says so too, that is what is told', () => {
  const expiresAt = new Date(Date.now() - 1).toISOString()
  const closed = conversation({ window: { ...conversation().window, expiresAt } })
  expect(closedAtProvider(closed, [ours(5, { error })], Date.now())).toBeNull()
})
