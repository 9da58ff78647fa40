import type { SendMessageInput } from '../../data/validators.ts'
import { liveConversationId } from '../conversations/hold-conversation.ts'
import { dbOf } from '../db.ts'
import { exactHash } from '../exact-hash.ts'
import { earlierMessage, firstAnswer, type QueuedMessage } from './earlier-request.ts'
import { type Accepted, askPolicy, enqueue } from './enqueue.ts'
import { standardPriority } from './lane.ts'
import { type Preparable, prepareContent } from './prepare-content.ts'
import { quotedId, reactionTo } from './referred-message.ts'
import { readSchedule } from './schedule.ts'
import { loadTarget, type QueueContext, type SendTarget } from './send-target.ts'
import type { Alongside } from './store-message.ts'

/**
 * Puts a message into the outbox, where the sender finds it. Asks the policy first; a refusal is a 422 that says
 * why and what to do. The same key with the same request gives the first answer again, with another one 409.
 */
export async function queueMessage(ctx: QueueContext, asked: SendMessageInput): Promise<QueuedMessage> {
  const { id, isRepeated } = await acceptMessage(ctx, asked)
  return { message: await firstAnswer(ctx, id), isRepeated }
}

/** As `queueMessage`, without the message itself in the answer; `bulk` for one of a batch. */
export async function acceptMessage(
  ctx: QueueContext,
  asked: SendMessageInput,
  bulk?: { batchId: string; alongside: Alongside },
): Promise<Accepted> {
  const requestHash = hashOf(ctx, asked)
  const earlier = await earlierMessage(ctx, asked.idempotencyKey, requestHash)
  if (earlier) return { id: earlier, isRepeated: true }

  const scheduledAt = readSchedule(asked.scheduledAt, ctx.now)
  const conversationId = await liveConversationId(dbOf(ctx.em.fork()), ctx.scope, asked.conversationId)
  const input = { ...asked, conversationId }
  const target = await loadTarget(ctx, conversationId)
  askPolicy(ctx, target, input.content, scheduledAt)
  const replyToExternalId = await quotedId(ctx, input)
  const content = await prepareContent(ctx, target, await withTarget(ctx, target, input))
  const lane = input.lane ?? (input.author ? 'person' : 'automatic')
  const { idempotencyKey, author, fallbackText = null } = input
  return enqueue(
    ctx,
    target,
    {
      ...{ conversationId, content, replyToExternalId, idempotencyKey, requestHash, author },
      ...{ lane, priority: input.priority ?? standardPriority(lane), scheduledAt, fallbackText },
      batchId: bulk?.batchId,
    },
    bulk?.alongside,
  )
}

/** What makes it another message; a request that says nothing of what came later hashes as it always did. */
function hashOf({ scope }: QueueContext, asked: SendMessageInput): string {
  const { conversationId, content, replyToMessageId, scheduledAt = null, fallbackText = null } = asked
  const more = scheduledAt || fallbackText ? [{ scheduledAt, fallbackText }] : []
  const request = JSON.stringify([conversationId, content, replyToMessageId, ...more])
  return exactHash(request, `${scope.tenantId}:send_request`)
}

async function withTarget(
  ctx: QueueContext,
  { adapter }: SendTarget,
  { content, conversationId }: SendMessageInput,
): Promise<Preparable> {
  if (content.type !== 'reaction') return content
  return reactionTo(ctx, conversationId, content, adapter.rules?.reactionWithinMs ?? null)
}
