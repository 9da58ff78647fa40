import { dbOf } from '../../db.ts'
import type { QueueContext } from '../../outbox/send-target.ts'
import { readSettings } from '../../settings/settings.ts'
import { sayReply, textLanguage } from '../words/say-reply.ts'
import { ask } from './ask.ts'
import { purposesSaid, standingBy, voiceOf } from './said-to-whom.ts'
import { sendForTask } from './send-for-task.ts'
import type { ConsentTask, TaskOutcome } from './task-statements.ts'

/** Who wrote a day ago has long gone on; an answer now would only startle them. */
const ANSWERED_WITHIN_MS = 24 * 60 * 60 * 1000

/**
 * Tells somebody what their word did. Not where it did nothing: something else that they said counts, whichever of the two
 * came in first. Who wants it again is asked instead, where the organisation asks everybody for a second yes.
 *
 * @returns why nobody is answered; null where they are
 */
export async function reply(ctx: QueueContext, task: ConsentTask): Promise<TaskOutcome | null> {
  const { event, conversationId } = task
  if (!conversationId) return { skipped: 'nobody' }
  if (ctx.now.getTime() - event.occurredAt.getTime() > ANSWERED_WITHIN_MS) return { skipped: 'too_old' }
  const db = dbOf(ctx.em.fork())
  const standing = await standingBy(db, task, event.purpose)
  if (!standing) return { skipped: 'nobody' }
  if (standing.eventId !== event.id) return { skipped: 'overtaken' }
  const [{ consentRules: rules, defaultLanguage }, purposes, { business, language }] = await Promise.all([
    readSettings(db, task),
    purposesSaid(db, task),
    voiceOf(db, task, conversationId),
  ])
  const isToConfirm = event.kind === 'opted_in' && !standing.isConfirmed
  if (rules.doubleOptIn && isToConfirm) return ask(ctx, task)
  const did = { kind: event.kind, isAboutAll: purposes.includes('utility') }
  const text = sayReply(did, rules, business, textLanguage([event.language, language, defaultLanguage]))
  return sendForTask(ctx, task, conversationId, { content: { type: 'text', text }, purpose: 'service' })
}
