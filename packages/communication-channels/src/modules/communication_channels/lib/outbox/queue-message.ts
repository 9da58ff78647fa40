import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { isUniqueViolation } from '@open-mercato/shared/lib/crud/errors'
import { hashForLookup } from '@open-mercato/shared/lib/encryption/aes'
import { ExternalMessage } from '../../data/entities.ts'
import type { SendMessageInput } from '../../data/validators.ts'
import type { ChannelAdapter, ChannelAddress, Resolve } from '../adapter.ts'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { isIntegrationEnabled } from '../connection.ts'
import { isFreeForm, type OutboundContent } from '../content.ts'
import { summarizeConversations } from '../conversation-summary.ts'
import { dbOf, sql, type Timestamp, toDate } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { ChannelError, notFound } from '../errors.ts'
import { recordEvents } from '../events/record-events.ts'
import { findMessage } from '../messages/list-messages.ts'
import type { MessageView } from '../messages/message-view.ts'
import { nudge, OUTBOX_QUEUE, OUTGOING_EVENTS_QUEUE } from '../nudge.ts'
import { decideSend } from '../policy/send-policy.ts'
import { type Scope, scopedEm } from '../scope.ts'

export interface QueueContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  scope: Scope
  now: Date
}

export interface QueuedMessage {
  message: MessageView
  /** The caller asked with this key before; nothing new was queued. */
  isRepeated: boolean
}

/**
 * Puts a message into the outbox, where the sender finds it. Asks the policy first; a refusal is a 422 that says
 * why and what to do. The same key with the same request gives the first answer again, with another one 409.
 */
export async function queueMessage(ctx: QueueContext, input: SendMessageInput): Promise<QueuedMessage> {
  const requestHash = hashForLookup(
    JSON.stringify([input.conversationId, input.content]),
    `${ctx.scope.tenantId}:send_request`,
  )
  const earlier = await findEarlier(ctx, input.idempotencyKey, requestHash)
  if (earlier) return earlier

  const target = await loadTarget(ctx, input.conversationId)
  await askPolicy(ctx, target, isFreeForm(input.content))
  const content = await prepareContent(ctx, target, input)
  const id = randomUUIDv7()
  try {
    await store(ctx, target, input, { id, content, requestHash })
  } catch (error) {
    // Two requests with one key at the same moment: the other one was first.
    if (!isUniqueViolation(error, 'cc_external_messages_idempotency')) throw error
    const first = await findEarlier(ctx, input.idempotencyKey, requestHash)
    if (first) return first
    throw error
  }
  nudge(OUTBOX_QUEUE)
  nudge(OUTGOING_EVENTS_QUEUE)
  return { message: await answer(ctx, id), isRepeated: false }
}

/** The first answer, whatever has become of the message since. */
async function answer(ctx: QueueContext, id: string): Promise<MessageView> {
  const message = await findMessage(dbOf(ctx.em.fork()), ctx.encryption, ctx.scope, id)
  if (!message) throw notFound('message')
  return { ...message, status: 'queued', statusTimes: {}, error: null, pricing: null }
}

async function findEarlier(
  ctx: QueueContext,
  key: string,
  requestHash: string,
): Promise<QueuedMessage | null> {
  const earlier = await scopedEm(ctx.em, ctx.scope).findOne(ExternalMessage, { idempotencyKey: key })
  if (!earlier) return null
  if (earlier.requestHash !== requestHash) {
    throw new ChannelError(
      409,
      'idempotency_conflict',
      'This Idempotency-Key was used for another message.',
      'Use a new key for every message.',
    )
  }
  return { message: await answer(ctx, earlier.id), isRepeated: true }
}

interface Target {
  adapter: ChannelAdapter
  channel: ChannelAddress
  isChannelEnabled: boolean
  windowExpiresAt: Date | null
}

async function loadTarget(ctx: QueueContext, conversationId: string): Promise<Target> {
  const { rows } = await sql<
    ChannelAddress & { providerKey: string; isEnabled: boolean; expiresAt: Timestamp | null }
  >`
    select ch.id as "channelId", ch.connection_id as "connectionId", ch.provider_key as "providerKey",
           ch.external_identifier as "externalIdentifier", ch.account_identifier as "accountIdentifier",
           ch.is_enabled as "isEnabled", c.conversation_window_expires_at as "expiresAt"
    from cc_external_conversations c join cc_communication_channels ch on ch.id = c.channel_id
    where c.id = ${conversationId} and c.tenant_id = ${ctx.scope.tenantId}
      and c.organization_id = ${ctx.scope.organizationId}`.execute(dbOf(ctx.em.fork()))
  const row = rows[0]
  if (!row) throw notFound('conversation')
  const { providerKey, isEnabled, expiresAt, ...channel } = row
  const adapter = getChannelAdapter(providerKey)
  if (!adapter) {
    throw new ChannelError(
      422,
      'provider_missing',
      'The provider of this channel is not installed.',
      'Install it.',
    )
  }
  return {
    adapter,
    channel,
    isChannelEnabled: isEnabled && (await isIntegrationEnabled(ctx.resolve, providerKey, ctx.scope)),
    windowExpiresAt: toDate(expiresAt),
  }
}

async function askPolicy(ctx: QueueContext, target: Target, freeForm: boolean): Promise<void> {
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
  target: Target,
  input: SendMessageInput,
): Promise<OutboundContent> {
  const { content } = input
  if (target.adapter.prepareContent) {
    const { scope, resolve } = ctx
    return target.adapter.prepareContent({ scope, resolve, channel: target.channel, content })
  }
  if (content.type === 'text') return content
  throw new ChannelError(
    422,
    'templates_unsupported',
    'This channel has no templates.',
    'Write text instead.',
  )
}

async function store(
  ctx: QueueContext,
  target: Target,
  input: SendMessageInput,
  message: { id: string; content: OutboundContent; requestHash: string },
): Promise<void> {
  const { scope, now } = ctx
  const { channelId } = target.channel
  await scopedEm(ctx.em, scope).transactional(async (tx) => {
    tx.create(ExternalMessage, {
      id: message.id,
      tenantId: scope.tenantId,
      organizationId: scope.organizationId,
      channelId,
      conversationId: input.conversationId,
      direction: 'outbound',
      contentType: message.content.type,
      content: JSON.stringify(message.content),
      status: 'queued',
      idempotencyKey: input.idempotencyKey,
      requestHash: message.requestHash,
      authorUserId: input.author?.userId,
      authorName: input.author?.name,
      nextAttemptAt: now,
      sentAt: now,
      createdAt: now,
      updatedAt: now,
    })
    await tx.flush()
    const db = dbOf(tx)
    await summarizeConversations(db, [input.conversationId])
    await recordEvents(db, [
      {
        event: 'communication_channels.conversation.updated',
        tenantId: scope.tenantId,
        organizationId: scope.organizationId,
        payload: {
          channelId,
          conversationId: input.conversationId,
          messageId: message.id,
          direction: 'outbound',
        },
      },
    ])
  })
}
