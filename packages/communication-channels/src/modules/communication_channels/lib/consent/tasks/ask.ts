import { openConversation } from '../../conversations/open-conversation.ts'
import { type Db, dbOf } from '../../db.ts'
import { ChannelError } from '../../errors.ts'
import { loadTarget, type QueueContext, type SendTarget } from '../../outbox/send-target.ts'
import { DOUBLE_OPT_IN } from '../../policy/notification-intent.ts'
import { windowState } from '../../policy/window.ts'
import { readSettings } from '../../settings/settings.ts'
import type { ConsentRules } from '../consent-rules.ts'
import { questionButtons } from '../words/question-buttons.ts'
import { type Question, sayQuestion, textLanguage } from '../words/say-reply.ts'
import { hasOpenQuestion } from './open-question.ts'
import { recordAsked } from './record-asked.ts'
import { standingBy, voiceOf } from './said-to-whom.ts'
import { sendForTask } from './send-for-task.ts'
import type { ConsentTask, TaskOutcome } from './task-statements.ts'

/**
 * Asks somebody to confirm that they agreed: in the conversation while that is open, else by the template for it. That they
 * were asked is in the ledger before the message leaves, so no answer can come too early.
 *
 * @returns why nobody is asked; null where they are
 */
export async function ask(ctx: QueueContext, task: ConsentTask): Promise<TaskOutcome | null> {
  const db = dbOf(ctx.em.fork())
  const standing = await standingBy(db, task, 'marketing')
  if (!standing) return { skipped: 'nobody' }
  if (standing.state !== 'opted_in' || standing.isConfirmed) return { skipped: 'nothing_to_confirm' }
  const { contactId } = standing
  // They may have agreed in several places before anybody came to ask.
  if (await hasOpenQuestion(db, { contactId, channelType: task.event.channelType }, ctx.now))
    return { skipped: 'asked_already' }
  const thread = await threadWith(ctx, db, contactId)
  if ('refused' in thread) return thread
  const { conversationId } = thread
  const [{ consentRules: rules, defaultLanguage }, voice, target] = await Promise.all([
    readSettings(db, ctx.scope),
    voiceOf(db, task, conversationId),
    loadTarget(ctx, conversationId),
  ])
  const language = textLanguage([task.event.language, voice.language, defaultLanguage])
  const question = sayQuestion(rules, voice.business, language)
  if (!question) return { skipped: 'no_word_to_confirm_by' }
  const what = isOpen(target, ctx.now)
    ? { ...inTheConversation(target, question), purpose: 'service' as const }
    : {
        notification: { name: DOUBLE_OPT_IN, language, data: { business: voice.business } },
        asksConsent: true,
      }
  return sendForTask(ctx, task, conversationId, what, (tx, messageId) =>
    recordAsked(tx, ctx, task, { messageId, language, expiresAt: expiryOf(rules, ctx.now) }),
  )
}

async function threadWith(
  { encryption, scope }: QueueContext,
  db: Db,
  contactId: string,
): Promise<{ conversationId: string } | { refused: { code: string; error: string } }> {
  try {
    return await openConversation(db, encryption, scope, { contactId })
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    return { refused: { code: error.code, error: error.message } }
  }
}

function isOpen({ adapter, windowExpiresAt }: SendTarget, now: Date): boolean {
  return windowState(windowExpiresAt, adapter.rules?.windowMs ?? null, now).isOpen
}

function inTheConversation({ adapter }: SendTarget, question: Question) {
  const buttons = adapter.capabilities.interactiveComponents ? questionButtons(question) : null
  if (!buttons) return { content: { type: 'text' as const, text: question.text } }
  return {
    content: { type: 'interactive' as const, kind: 'reply_buttons' as const, body: question.text, buttons },
  }
}

const DAY_MS = 24 * 60 * 60 * 1000

function expiryOf({ confirmWithinDays }: Pick<ConsentRules, 'confirmWithinDays'>, now: Date): Date {
  return new Date(now.getTime() + confirmWithinDays * DAY_MS)
}
