import type { SendMessageInput } from '../../data/validators.ts'
import type { ReactionContent } from '../content/companions.ts'
import { ARRIVED, NOTHING_SAID } from '../content/kinds.ts'
import { dbOf, sql, type Timestamp, toDate } from '../db.ts'
import { ChannelError } from '../errors.ts'
import type { QueueContext } from './send-target.ts'

interface Referred {
  externalMessageId: string
  sentAt: Date
}

/** The provider's id of the message that is to be quoted. */
export async function quotedId(
  ctx: QueueContext,
  {
    conversationId,
    content,
    replyToMessageId,
  }: Pick<SendMessageInput, 'conversationId' | 'replyToMessageId'> & { content: { type: string } },
): Promise<string | null> {
  if (replyToMessageId === null) return null
  if (content.type === 'reaction') {
    throw new ChannelError(
      422,
      'reaction_quotes',
      'A reaction stands on its message and quotes none.',
      'Leave replyToMessageId out.',
    )
  }
  const quoted = await findReferred(ctx, conversationId, replyToMessageId)
  if (quoted) return quoted.externalMessageId
  throw new ChannelError(
    422,
    'quote_target',
    'The message to answer is not in this conversation, has not left yet, or is only a notice.',
    'Answer another message, or write without quoting.',
  )
}

/**
 * A reaction as it leaves.
 *
 * @param withinMs how old its message may be, where the channel has such a rule
 */
export async function reactionTo(
  ctx: QueueContext,
  conversationId: string,
  reaction: { messageId: string; emoji: string },
  withinMs: number | null,
): Promise<ReactionContent> {
  const target = await findReferred(ctx, conversationId, reaction.messageId)
  if (!target) {
    throw new ChannelError(
      422,
      'reaction_target',
      'This message cannot be reacted to: it is not in this conversation, has not left yet, or is only a notice.',
      'React to another message.',
    )
  }
  if (withinMs !== null && ctx.now.getTime() - target.sentAt.getTime() > withinMs) {
    throw new ChannelError(
      422,
      'reaction_target',
      'This message is too old to be reacted to.',
      'Write an answer instead.',
    )
  }
  return {
    type: 'reaction',
    targetExternalId: target.externalMessageId,
    emoji: reaction.emoji === '' ? null : reaction.emoji,
  }
}

/** A message that the other side has. */
async function findReferred(
  ctx: QueueContext,
  conversationId: string,
  messageId: string,
): Promise<Referred | null> {
  const { tenantId, organizationId } = ctx.scope
  const { rows } = await sql<Omit<Referred, 'sentAt'> & { sentAt: Timestamp }>`
    select external_message_id as "externalMessageId", sent_at as "sentAt"
    from cc_external_messages
    where id = ${messageId} and conversation_id = ${conversationId} and tenant_id = ${tenantId}
      and organization_id = ${organizationId} and external_message_id is not null
      and content_type <> all(${NOTHING_SAID}::text[])
      and (direction = 'inbound' or status = any(${ARRIVED}::text[]))`.execute(dbOf(ctx.em.fork()))
  const row = rows[0]
  return row ? { ...row, sentAt: toDate(row.sentAt) } : null
}
