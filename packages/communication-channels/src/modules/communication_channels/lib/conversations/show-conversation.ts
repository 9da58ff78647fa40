import { z } from 'zod'
import { notFound } from '../errors.ts'
import type { HubContext } from '../hub-context.ts'
import type { Reader } from '../policy/reader.ts'
import { type ComposerPolicy, composerPolicy, showComposerPolicy } from './composer-policy.ts'
import { type ConversationView, conversationView, viewConversation } from './conversation-view.ts'
import { findConversation } from './list-conversations.ts'

/** A conversation and what may be sent in it now, as the API answers it. */
export const shownConversation = z.object({ conversation: conversationView, policy: composerPolicy })

export interface ShownConversation {
  conversation: ConversationView
  policy: ComposerPolicy
}

/** One conversation and what the policy would say now, so that the composer can say it before anybody types. */
export async function showConversation(
  ctx: HubContext,
  id: string,
  reader?: Reader,
): Promise<ShownConversation> {
  const row = await findConversation(ctx.db, ctx.scope, id)
  if (!row) throw notFound('conversation')
  const asking = { ...ctx, resolve: <T>(name: string) => ctx.container.resolve<T>(name) }
  return {
    conversation: await viewConversation(ctx.encryption, ctx.scope, row, ctx.now),
    policy: await showComposerPolicy(asking, row, reader),
  }
}
