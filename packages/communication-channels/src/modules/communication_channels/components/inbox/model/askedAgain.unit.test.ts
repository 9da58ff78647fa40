import { message } from '../testing/fakeHub.ts'
import { askedAgainAt } from './askedAgain.ts'
import type { Message } from './message.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const at = (hoursAgo: number) => new Date(now - hoursAgo * 3_600_000).toISOString()
const asked = (hoursAgo: number, status: Message['status'] = 'sent') =>
  message({ direction: 'outbound', notification: 're_engagement', status, sentAt: at(hoursAgo) })
const wrote = (hoursAgo: number) => message({ sentAt: at(hoursAgo) })
const other = (hoursAgo: number) => message({ direction: 'outbound', status: 'sent', sentAt: at(hoursAgo) })

test.each<[string, Message[], string | null]>([
  ['nothing was said', [], null],
  ['they were asked', [wrote(30), asked(1)], at(1)],
  ['they were asked, and told something else', [wrote(30), asked(2), other(1)], at(2)],
  ['they were asked and answered', [asked(2), wrote(1)], null],
  ['that was more than a day ago', [wrote(80), asked(25)], null],
  ['it did not arrive', [wrote(30), asked(1, 'failed')], null],
  ['it was called back, and asked before', [wrote(30), asked(2), asked(1, 'cancelled')], at(2)],
])('when one asked somebody to write again, where %s', (_case, messages, expected) => {
  expect(askedAgainAt(messages, now)).toBe(expected)
})
