import { ExternalMessage } from '../../data/entities.ts'
import type { Author } from '../author.ts'
import { type OutboundContent, targetOf } from '../content/message-content.ts'
import { summarizeConversations } from '../conversation-summary.ts'
import { holdConversation } from '../conversations/hold-conversation.ts'
import { type Db, dbOf } from '../db.ts'
import { recordEvents } from '../events/record-events.ts'
import { tieFiles } from '../files/message/tie-files.ts'
import { requireUploads } from '../files/upload/upload-statements.ts'
import type { Decision } from '../policy/decision.ts'
import type { Purpose } from '../policy/purpose.ts'
import { scopedEm } from '../scope.ts'
import { type Lane, type Priority, priorityRank } from './lane.ts'
import type { QueueContext, SendTarget } from './send-target.ts'

/** A message that the policy and its channel have no objection to. */
export interface Outgoing {
  conversationId: string
  content: OutboundContent
  replyToExternalId: string | null
  idempotencyKey: string
  requestHash: string
  author: Author | null
  lane: Lane
  priority: Priority
  /** Null: as soon as it can. */
  scheduledAt: Date | null
  fallbackText: string | null
  /** What leaves in place of plain words that may not leave any more. */
  templateContent?: OutboundContent | null
  purpose: Purpose
  /** Null: no notification, but what somebody wrote. */
  notification: string | null
  requestedAt: Date | null
  /** What the policy said to it. */
  decision: Decision
  batchId?: string
  resendOf?: string
}

/** What else has to be true when a message is stored, and becomes true with it. What it throws keeps the message away. */
export type Alongside = (db: Db, messageId: string) => Promise<void>

/** Writes a message down as the sender's work, in one transaction with whatever belongs to it. */
export async function storeMessage(
  ctx: QueueContext,
  target: SendTarget,
  outgoing: Outgoing,
  stored: { id: string; fileIds: string[]; alongside?: Alongside },
): Promise<void> {
  const { scope, now } = ctx
  const { channelId } = target.channel
  const { content, templateContent, author, scheduledAt } = outgoing
  await scopedEm(ctx.em, scope).transactional(async (tx) => {
    const db = dbOf(tx)
    const { conversationId, identityId } = await holdConversation(db, scope, outgoing.conversationId)
    await tieFiles(db, scope, stored.id, stored.fileIds)
    const isReady = await requireUploads(db, scope, channelId, stored.fileIds, now)
    tx.create(ExternalMessage, {
      id: stored.id,
      tenantId: scope.tenantId,
      organizationId: scope.organizationId,
      channelId,
      conversationId,
      identityId,
      direction: 'outbound',
      origin: 'api',
      contentType: content.type,
      content: JSON.stringify(content),
      fallbackText: outgoing.fallbackText,
      templateContent: templateContent && JSON.stringify(templateContent),
      ...templateNamed(content),
      purpose: outgoing.purpose,
      notification: outgoing.notification,
      requestedAt: outgoing.requestedAt,
      decision: outgoing.decision,
      replyToExternalId: outgoing.replyToExternalId,
      targetExternalId: targetOf(content),
      status: 'queued',
      idempotencyKey: outgoing.idempotencyKey,
      requestHash: outgoing.requestHash,
      authorUserId: author?.userId,
      authorName: author?.name,
      lane: outgoing.lane,
      priority: priorityRank(outgoing.priority),
      scheduledAt,
      batchId: outgoing.batchId,
      resendOf: outgoing.resendOf,
      waitCode: scheduledAt ? 'scheduled' : isReady ? null : 'files',
      // Until its files are with the provider it is due at no time (`files/upload/waiting-messages.ts`).
      nextAttemptAt: isReady ? (scheduledAt ?? now) : null,
      sentAt: wholeSecond(scheduledAt ?? now),
      createdAt: now,
      updatedAt: now,
    })
    await tx.flush()
    await stored.alongside?.(db, stored.id)
    await summarizeConversations(db, [conversationId])
    await recordEvents(db, [
      {
        event: 'communication_channels.conversation.updated',
        tenantId: scope.tenantId,
        organizationId: scope.organizationId,
        payload: { channelId, conversationId, messageId: stored.id, direction: 'outbound' },
      },
    ])
  })
}

/** Its template in the clear, by which its use is counted (`lib/messages/template-usage.ts`). */
export function templateNamed(content: { type: string; name?: string; language?: string }) {
  const { name, language } = content.type === 'template' ? content : {}
  return { templateName: name ?? null, templateLanguage: language ?? null }
}

/**
 * Providers tell whole seconds. Were ours finer, an answer that comes within the same second would stand above its
 * question; so within a second a thread is in the order in which things reached us.
 */
export function wholeSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000)
}
