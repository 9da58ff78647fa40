import { z } from 'zod'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { isIntegrationEnabled } from '../connection.ts'
import { toDate } from '../db.ts'
import { notFound } from '../errors.ts'
import type { HubContext } from '../hub-context.ts'
import { decideSend, type SendDecision } from '../policy/send-policy.ts'
import { type ConversationView, conversationView, viewConversation } from './conversation-view.ts'
import { findConversation } from './list-conversations.ts'

const decision = z.object({
  outcome: z.enum(['allow', 'use_template', 'refuse']),
  code: z.string().optional(),
  reason: z.string().optional(),
  action: z.string().optional(),
})

/** A conversation and what may be sent in it now, as the API answers it. */
export const shownConversation = z.object({
  conversation: conversationView,
  policy: z.object({ freeForm: decision, template: decision }),
})

export interface ShownConversation {
  conversation: ConversationView
  policy: { freeForm: SendDecision; template: SendDecision }
}

/** One conversation and what the policy would say now, so that the composer can say it before anybody types. */
export async function showConversation(ctx: HubContext, id: string): Promise<ShownConversation> {
  const row = await findConversation(ctx.db, ctx.scope, id)
  if (!row) throw notFound('conversation')
  const isEnabled =
    row.isChannelEnabled &&
    (await isIntegrationEnabled((name) => ctx.container.resolve(name), row.providerKey, ctx.scope))
  const lengthMs = getChannelAdapter(row.providerKey)?.rules?.windowMs ?? null
  const decide = (isFreeForm: boolean) =>
    decideSend({
      now: ctx.now,
      isFreeForm,
      channel: { isEnabled },
      window: { expiresAt: toDate(row.windowExpiresAt), lengthMs },
    })
  return {
    conversation: await viewConversation(ctx.encryption, ctx.scope, row, ctx.now),
    policy: { freeForm: decide(true), template: decide(false) },
  }
}
