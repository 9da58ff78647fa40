import { z } from 'zod'
import type { StatusError } from '../../delivery-event.ts'
import type { TaskOutcome } from '../tasks/task-statements.ts'

/**
 * question  they were to be asked whether they really agreed
 * answer    they were to be told what their word did
 * recall    what was queued for them was to be called back
 */
export const UNDONE = ['question', 'answer', 'recall'] as const

/** What was to follow from something they said, and did not. */
export const undoneView = z.object({
  id: z.uuid(),
  what: z.enum(UNDONE),
  at: z.iso.datetime(),
  /** When it is tried again by itself; null where it is not. */
  retryAt: z.iso.datetime().nullable(),
  problem: z.object({ code: z.string(), message: z.string(), action: z.string().nullable() }),
  /** Whose words explain a code that the hub does not know. */
  providerKey: z.string(),
  /** Where the message stands that was refused. */
  conversationId: z.uuid().nullable(),
})
export type UndoneView = z.infer<typeof undoneView>

type Problem = UndoneView['problem']

const SKIPPED: Partial<Record<string, Problem>> = {
  too_old: {
    code: 'consent_word_too_old',
    message: 'More than a day had passed since they wrote.',
    action: 'If it matters to them, write to them yourself.',
  },
  no_word_to_confirm_by: {
    code: 'no_word_to_confirm_by',
    message: 'There is no word by which anybody could confirm.',
    action: 'Add one under Settings, then ask them again.',
  },
}

/**
 * Why a task did not do what it was for; null where it did, or where there was nothing left to do.
 *
 * @param messageError of the message that it wrote, where the provider refused that
 * @param isOver whether it is not tried any more
 */
export function problemOf(
  outcome: TaskOutcome,
  messageError: StatusError | null,
  isOver: boolean,
): Problem | null {
  if ('refused' in outcome) {
    return { code: outcome.refused.code, message: outcome.refused.error, action: null }
  }
  if ('skipped' in outcome) return SKIPPED[outcome.skipped] ?? null
  if ('failed' in outcome) return isOver ? GIVEN_UP : TRIED_AGAIN
  if (!messageError) return null
  const { code, message, action } = messageError
  return { code, message, action }
}

const GIVEN_UP: Problem = {
  code: 'consent_task_given_up',
  message: 'Something kept going wrong on the server.',
  action: 'Ask whoever runs the installation to look into its log.',
}
const TRIED_AGAIN: Problem = {
  code: 'consent_task_put_off',
  message: 'Something went wrong on the server.',
  action: 'It is tried again by itself.',
}
