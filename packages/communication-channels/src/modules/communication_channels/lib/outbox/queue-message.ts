import { isUniqueViolation } from '@open-mercato/shared/lib/crud/errors'
import { ExternalMessage } from '../../data/entities.ts'
import type { SendMessageInput } from '../../data/validators.ts'
import { isFreeForm, type OutboundContent, targetOf } from '../content/message-content.ts'
import { summarizeConversations } from '../conversation-summary.ts'
import { holdConversation, liveConversationId } from '../conversations/hold-conversation.ts'
import { dbOf } from '../db.ts'
import { ChannelError } from '../errors.ts'
import { recordEvents } from '../events/record-events.ts'
import { exactHash } from '../exact-hash.ts'
import { dropFetched, type TakenMedia, takeMedia } from '../files/message/take-media.ts'
import { tieFiles } from '../files/message/tie-files.ts'
import { requireUploads } from '../files/upload/upload-statements.ts'
import { nudge, OUTBOX_QUEUE, OUTGOING_EVENTS_QUEUE, UPLOADS_QUEUE } from '../nudge.ts'
import { nextId } from '../ordered-id.ts'
import { decideSend } from '../policy/send-policy.ts'
import { scopedEm } from '../scope.ts'
import { findEarlier, firstAnswer, type QueuedMessage } from './earlier-request.ts'
import { quotedId, reactionTo } from './referred-message.ts'
import { loadTarget, type QueueContext, type SendTarget } from './send-target.ts'

/**
 * Puts a message into the outbox, where the sender finds it. Asks the policy first; a refusal is a 422 that says
 * why and what to do. The same key with the same request gives the first answer again, with another one 409.
 */
export async function queueMessage(ctx: QueueContext, asked: SendMessageInput): Promise<QueuedMessage> {
  const requestHash = exactHash(
    JSON.stringify([asked.conversationId, asked.content, asked.replyToMessageId]),
    `${ctx.scope.tenantId}:send_request`,
  )
  const earlier = await findEarlier(ctx, asked.idempotencyKey, requestHash)
  if (earlier) return earlier

  const db = dbOf(ctx.em.fork())
  const input = { ...asked, conversationId: await liveConversationId(db, ctx.scope, asked.conversationId) }
  const target = await loadTarget(ctx, input.conversationId)
  await askPolicy(ctx, target, isFreeForm(input.content))
  const replyToExternalId = await quotedId(ctx, input)
  const content = await prepareContent(ctx, target, input)
  const filing = { ...ctx, userId: input.author?.userId ?? null }
  const media = await takeMedia(filing, target.adapter, content)
  const id = nextId()
  try {
    await store(ctx, target, input, { id, media, replyToExternalId, requestHash })
  } catch (error) {
    await dropFetched(filing, media.fetchedIds)
    // Two requests with one key at the same moment: the other one was first.
    if (!isUniqueViolation(error, 'cc_external_messages_idempotency')) throw error
    const first = await findEarlier(ctx, input.idempotencyKey, requestHash)
    if (first) return first
    throw error
  }
  nudge(OUTBOX_QUEUE)
  if (media.fileIds.length > 0) nudge(UPLOADS_QUEUE)
  nudge(OUTGOING_EVENTS_QUEUE)
  return { message: await firstAnswer(ctx, id), isRepeated: false }
}

async function askPolicy(ctx: QueueContext, target: SendTarget, freeForm: boolean): Promise<void> {
  const decision = decideSend({
    now: ctx.now,
    isFreeForm: freeForm,
    channel: { isEnabled: target.isChannelEnabled },
    window: { expiresAt: target.windowExpiresAt, lengthMs: target.adapter.rules?.windowMs ?? null },
  })
  if (decision.outcome !== 'allow')
    throw new ChannelError(422, decision.code, decision.reason, decision.action)
}

async function prepareContent(
  ctx: QueueContext,
  target: SendTarget,
  input: SendMessageInput,
): Promise<OutboundContent> {
  const { adapter, channel, recipient } = target
  const content =
    input.content.type === 'reaction'
      ? await reactionTo(ctx, input.conversationId, input.content, adapter.rules?.reactionWithinMs ?? null)
      : input.content
  if (adapter.prepareContent) {
    return adapter.prepareContent({ scope: ctx.scope, resolve: ctx.resolve, channel, recipient, content })
  }
  if (content.type === 'text') return content
  throw new ChannelError(422, 'content_unsupported', 'This channel sends text alone.', 'Write text instead.')
}

async function store(
  ctx: QueueContext,
  target: SendTarget,
  input: SendMessageInput,
  message: { id: string; media: TakenMedia; replyToExternalId: string | null; requestHash: string },
): Promise<void> {
  const { scope, now } = ctx
  const { channelId } = target.channel
  const { content, fileIds } = message.media
  await scopedEm(ctx.em, scope).transactional(async (tx) => {
    const db = dbOf(tx)
    const { conversationId, identityId } = await holdConversation(db, scope, input.conversationId)
    await tieFiles(db, scope, message.id, fileIds)
    const isReady = await requireUploads(db, scope, channelId, fileIds, now)
    tx.create(ExternalMessage, {
      id: message.id,
      tenantId: scope.tenantId,
      organizationId: scope.organizationId,
      channelId,
      conversationId,
      identityId,
      direction: 'outbound',
      origin: 'api',
      contentType: content.type,
      content: JSON.stringify(content),
      replyToExternalId: message.replyToExternalId,
      targetExternalId: targetOf(content),
      status: 'queued',
      idempotencyKey: input.idempotencyKey,
      requestHash: message.requestHash,
      authorUserId: input.author?.userId,
      authorName: input.author?.name,
      // Until its files are with the provider it is due at no time (`files/upload/waiting-messages.ts`).
      nextAttemptAt: isReady ? now : null,
      sentAt: wholeSecond(now),
      createdAt: now,
      updatedAt: now,
    })
    await tx.flush()
    await summarizeConversations(db, [conversationId])
    await recordEvents(db, [
      {
        event: 'communication_channels.conversation.updated',
        tenantId: scope.tenantId,
        organizationId: scope.organizationId,
        payload: {
          channelId,
          conversationId,
          messageId: message.id,
          direction: 'outbound',
        },
      },
    ])
  })
}

/**
 * Providers tell whole seconds. Were ours finer, an answer that comes within the same second would stand above its
 * question; so within a second a thread is in the order in which things reached us.
 */
function wholeSecond(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 1000) * 1000)
}
