import { isUniqueViolation } from '@open-mercato/shared/lib/crud/errors'
import { dropFetched, takeMedia } from '../files/message/take-media.ts'
import { nudge, OUTBOX_QUEUE, OUTGOING_EVENTS_QUEUE, UPLOADS_QUEUE } from '../nudge.ts'
import { nextId } from '../ordered-id.ts'
import { earlierMessage } from './earlier-request.ts'
import type { QueueContext, SendTarget } from './send-target.ts'
import { type Alongside, type Outgoing, storeMessage } from './store-message.ts'

export interface Accepted {
  id: string
  /** The caller asked with this key before; nothing new was queued. */
  isRepeated: boolean
}

/** Puts a message in its final form into the outbox, where the sender finds it. */
export async function enqueue(
  ctx: QueueContext,
  target: SendTarget,
  outgoing: Outgoing,
  alongside?: Alongside,
): Promise<Accepted> {
  const filing = { ...ctx, userId: outgoing.author?.userId ?? null }
  const { content, fileIds, fetchedIds } = await takeMedia(filing, target.adapter, outgoing.content)
  const id = nextId()
  try {
    await storeMessage(ctx, target, { ...outgoing, content }, { id, fileIds, alongside })
  } catch (error) {
    await dropFetched(filing, fetchedIds)
    // Two requests with one key at the same moment: the other one was first.
    if (!isUniqueViolation(error, 'cc_external_messages_idempotency')) throw error
    const earlier = await earlierMessage(ctx, outgoing.idempotencyKey, outgoing.requestHash)
    if (earlier) return { id: earlier, isRepeated: true }
    throw error
  }
  nudge(OUTBOX_QUEUE)
  if (fileIds.length > 0) nudge(UPLOADS_QUEUE)
  nudge(OUTGOING_EVENTS_QUEUE)
  return { id, isRepeated: false }
}
