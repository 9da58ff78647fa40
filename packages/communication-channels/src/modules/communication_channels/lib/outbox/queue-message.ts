import type { SendMessageInput } from '../../data/validators.ts'
import type { OutboundContent, OutboundRequest } from '../content/message-content.ts'
import type { TemplateRequest } from '../content/template.ts'
import { liveConversationId } from '../conversations/hold-conversation.ts'
import { dbOf } from '../db.ts'
import { ChannelError } from '../errors.ts'
import { exactHash } from '../exact-hash.ts'
import type { Decision } from '../policy/decision.ts'
import { candidateOf } from '../policy/read-intent.ts'
import type { IntentFacts } from '../policy/send-facts.ts'
import { askPolicy } from './ask-policy.ts'
import { earlierMessage, firstAnswer, type QueuedMessage } from './earlier-request.ts'
import { type Accepted, enqueue } from './enqueue.ts'
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

/** As `queueMessage`, without the message itself in the answer; `more` for one of a batch, or one that comes with something else. */
export async function acceptMessage(
  ctx: QueueContext,
  asked: SendMessageInput,
  more?: { batchId?: string; asksConsent?: boolean; alongside: Alongside },
): Promise<Accepted> {
  const requestHash = hashOf(ctx, asked)
  const earlier = await earlierMessage(ctx, asked.idempotencyKey, requestHash)
  if (earlier) return { id: earlier, isRepeated: true }

  const scheduledAt = readSchedule(asked.scheduledAt, ctx.now)
  const conversationId = await liveConversationId(dbOf(ctx.em.fork()), ctx.scope, asked.conversationId)
  const target = await loadTarget(ctx, conversationId)
  const { intent, decision, purpose, inPlace } = await askPolicy(
    ctx,
    target,
    { ...asked, asksConsent: more?.asksConsent },
    scheduledAt,
  )
  const picked = pickedContent(asked, intent, decision)
  const replyToExternalId = await quotedId(ctx, { ...asked, conversationId, content: picked })
  const content = await prepareContent(ctx, target, await withTarget(ctx, target, picked))
  const templateContent = inPlace && (await prepareInPlace(ctx, target, inPlace))
  const lane = asked.lane ?? (asked.author ? 'person' : 'automatic')
  const { idempotencyKey, author, fallbackText = null, notification } = asked
  return enqueue(
    ctx,
    target,
    {
      ...{ conversationId, content, templateContent, replyToExternalId, idempotencyKey, requestHash, author },
      ...{ lane, priority: asked.priority ?? standardPriority(lane), scheduledAt, fallbackText },
      ...{ decision, purpose },
      notification: notification?.name ?? null,
      requestedAt: intent.requestedAt ?? null,
      batchId: more?.batchId,
    },
    more?.alongside,
  )
}

/** What makes it another message; a request that says nothing of what came later hashes as it always did. */
function hashOf({ scope }: QueueContext, asked: SendMessageInput): string {
  const { conversationId, content, replyToMessageId, scheduledAt = null, fallbackText = null } = asked
  const { notification, purpose, requestedAt } = asked
  const later = scheduledAt || fallbackText ? [{ scheduledAt, fallbackText }] : []
  const basis = notification || purpose || requestedAt ? [{ notification, purpose, requestedAt }] : []
  const request = JSON.stringify([conversationId, content, replyToMessageId, ...later, ...basis])
  return exactHash(request, `${scope.tenantId}:send_request`)
}

/** What was asked for; of a notification what the policy picked. */
function pickedContent(
  { content, notification }: SendMessageInput,
  intent: IntentFacts,
  { template }: Decision,
): OutboundRequest {
  if (content) return content
  return candidateOf(intent, template)?.content ?? { type: 'text', text: notification!.text! }
}

/** The words leave also where their template cannot be made ready; only not after the window. */
async function prepareInPlace(
  ctx: QueueContext,
  target: SendTarget,
  template: TemplateRequest,
): Promise<OutboundContent | null> {
  try {
    return await prepareContent(ctx, target, template)
  } catch (error) {
    if (error instanceof ChannelError) return null
    throw error
  }
}

async function withTarget(
  ctx: QueueContext,
  { adapter, conversationId }: SendTarget,
  content: OutboundRequest,
): Promise<Preparable> {
  if (content.type !== 'reaction') return content
  return reactionTo(ctx, conversationId, content, adapter.rules?.reactionWithinMs ?? null)
}
