import { allowed, message, windowClosed } from '../testing/fakeHub.ts'
import type { MessageContent } from './message.ts'
import { mayResend, resendFrom } from './resend.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const failed = (content: MessageContent, resend?: string) =>
  message({
    direction: 'outbound',
    status: 'failed',
    content,
    error: { code: 'limit', message: 'Not now.', action: null, resend },
  })
const text: MessageContent = { type: 'text', text: 'Hi' }
const template: MessageContent = {
  type: 'template',
  name: 'hi',
  language: 'en',
  parameters: {},
  rendered: { body: 'Hi', buttons: [] },
}

it.each<[string, MessageContent, string | undefined, typeof allowed, boolean]>([
  ['a text', text, undefined, allowed, true],
  ['a picture', { type: 'image', media: { id: '1' } }, undefined, allowed, true],
  ['a text, never', text, 'never', allowed, false],
  ['a text, tomorrow', text, '2026-11-22T12:00:00Z', allowed, false],
  ['a text, since an hour ago', text, '2026-11-21T11:00:00Z', allowed, true],
  ['a text in a closed window', text, undefined, windowClosed, false],
  ['a template in a closed window', template, undefined, windowClosed, true],
  ['a reaction', { type: 'reaction', targetExternalId: 'x', emoji: '👍' }, undefined, allowed, false],
  ['a withdrawn message', { type: 'revoked' }, undefined, allowed, false],
])('%s may be sent again: %#', (_, content, resend, policy, may) => {
  expect(mayResend(failed(content, resend), policy, now)).toBe(may)
})

it('a later time is said, a past one is not', () => {
  expect(resendFrom(failed(text, '2026-11-22T12:00:00Z'), now)).toBe('2026-11-22T12:00:00Z')
  expect(resendFrom(failed(text, '2026-11-20T12:00:00Z'), now)).toBeNull()
  expect(resendFrom(failed(text, 'never'), now)).toBeNull()
})
