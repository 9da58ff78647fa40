import type { TaskOutcome } from '../tasks/task-statements.ts'
import { problemOf } from './undone.ts'

const unreachable = { code: 'unreachable', message: 'They are not there.', action: null }

it.each<[string, TaskOutcome, string | null]>([
  ['that was refused', { refused: { code: 'no_channel', error: 'No.' } }, 'no_channel'],
  ['that came too late', { skipped: 'too_old' }, 'consent_word_too_old'],
  ['that nobody could answer', { skipped: 'no_word_to_confirm_by' }, 'no_word_to_confirm_by'],
  ['that kept failing', { failed: 'down' }, 'consent_task_given_up'],
  ['by which something left', { messageId: 'm1' }, null],
  ['by which nothing was to be called back', { cancelled: 0 }, null],
  ['that something later overtook', { skipped: 'overtaken' }, null],
  ['with nothing left to confirm', { skipped: 'nothing_to_confirm' }, null],
  ['about nobody any more', { skipped: 'nobody' }, null],
])('of a task %s', (_what, outcome, code) => {
  expect(problemOf(outcome, null, true)?.code ?? null).toBe(code)
})

it('of one that is tried again it says so, of a message that did not arrive why', () => {
  expect(problemOf({ failed: 'down' }, null, false)?.code).toBe('consent_task_put_off')
  expect(problemOf({ messageId: 'm1' }, unreachable, true)).toEqual(unreachable)
})
