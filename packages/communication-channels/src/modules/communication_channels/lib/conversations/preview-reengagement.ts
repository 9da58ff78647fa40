import { z } from 'zod'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { type TemplateContent, templateContent } from '../content/template.ts'
import { dbOf } from '../db.ts'
import { notFound } from '../errors.ts'
import type { ExplainContext } from '../explanation/conversation-policy.ts'
import { findAddress } from '../outbox/conversation-address.ts'
import { prepareContent } from '../outbox/prepare-content.ts'
import { showComposerPolicy } from './composer-policy.ts'
import { findConversation } from './list-conversations.ts'

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
  conversationId: string,
): Promise<ReengagementPreview> {
  const db = dbOf(ctx.em.fork())
  const conversation = await findConversation(db, ctx.scope, conversationId)
  const address = await findAddress(db, ctx.encryption, ctx.scope, conversationId)
  if (!conversation || !address) throw notFound('conversation')
  const { reengagement } = await showComposerPolicy(ctx, conversation)
  const adapter = getChannelAdapter(address.providerKey)
  if (!reengagement?.content || !adapter) return { content: null }
  const content = await prepareContent(ctx, { adapter, ...address }, reengagement.content)
  return { content: content as TemplateContent }
}
