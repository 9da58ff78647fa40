import { z } from 'zod'
import { type TemplateContent, templateContent } from '../content/template.ts'
import { dbOf } from '../db.ts'
import type { ExplainContext } from '../explanation/conversation-policy.ts'
import { prepareContent } from '../outbox/prepare-content.ts'
import { loadTarget } from '../outbox/send-target.ts'
import { policyFor } from '../policy/policy-for.ts'
import { offerReengagement } from './composer-policy.ts'
import { liveConversationId } from './hold-conversation.ts'

export const reengagementPreview = z.object({ content: templateContent.nullable() })
type ReengagementPreview = z.infer<typeof reengagementPreview>

/**
 * What would go out to take up a conversation again whose window closed, word for word; null where nothing may, or there is
 * no such template.
 *
 * @throws ChannelError 404; 422 with what the provider says of the template
 */
export async function previewReengagement(
  ctx: ExplainContext,
  askedId: string,
  locale?: string,
): Promise<ReengagementPreview> {
  const conversationId = await liveConversationId(dbOf(ctx.em.fork()), ctx.scope, askedId)
  const target = await loadTarget(ctx, conversationId)
  const policy = await policyFor(ctx, target)
  const offered = await offerReengagement(ctx, policy, conversationId, locale)
  if (!offered?.content) return { content: null }
  return { content: (await prepareContent(ctx, target, offered.content)) as TemplateContent }
}
