import { ExternalMessage } from '../../data/entities.ts'
import { dbOf } from '../db.ts'
import { ChannelError, notFound } from '../errors.ts'
import { findMessage } from '../messages/list-messages.ts'
import type { MessageView } from '../messages/message-view.ts'
import { scopedEm } from '../scope.ts'
import type { QueueContext } from './send-target.ts'

export interface QueuedMessage {
  message: MessageView
  /** The caller asked with this key before; nothing new was queued. */
  isRepeated: boolean
}

/** The first answer, whatever has become of the message since. */
export async function firstAnswer(ctx: QueueContext, id: string): Promise<MessageView> {
  const message = await findMessage(dbOf(ctx.em.fork()), ctx.encryption, ctx.scope, id)
  if (!message) throw notFound('message')
  return { ...message, status: 'queued', statusTimes: {}, error: null, pricing: null, hold: null }
}

/** The message that this key was used for; 409 where that was another request. */
export async function findEarlier(
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
  return { message: await firstAnswer(ctx, earlier.id), isRepeated: true }
}
