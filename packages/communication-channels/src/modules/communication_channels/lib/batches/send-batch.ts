import { randomUUIDv7 } from 'node:crypto'
import { isUniqueViolation } from '@open-mercato/shared/lib/crud/errors'
import type { SendBatchInput } from '../../data/validators.ts'
import { listChannels } from '../channels/list-channels.ts'
import type { OutboundContent } from '../content/message-content.ts'
import { dbOf, sql } from '../db.ts'
import { idempotencyConflict } from '../errors.ts'
import { exactHash } from '../exact-hash.ts'
import { mediaPlaces } from '../files/message/media-places.ts'
import { dropFetched, takeMedia } from '../files/message/take-media.ts'
import { homeRegion } from '../identity/phone-key.ts'
import { BATCHES_QUEUE, nudge, OUTGOING_EVENTS_QUEUE } from '../nudge.ts'
import { readSchedule } from '../outbox/schedule.ts'
import type { QueueContext } from '../outbox/send-target.ts'
import { batchChannel, checkSample } from './check-batch.ts'
import { type BatchContent, personalContent, purposeOfBatch } from './personal-content.ts'
import { type ReadRecipient, readRecipients } from './read-recipients.ts'
import { storeBatch } from './store-batch.ts'

export interface QueuedBatch {
  batchId: string
  /** The caller asked with this key before; nothing new was stored. */
  isRepeated: boolean
}

/**
 * Takes on to send one message to many people. Each of them is sent theirs by `work-batches.ts`, under all the limits
 * that there are. The same key with the same request is the same batch, with another one 409.
 */
export async function sendBatch(
  ctx: QueueContext,
  { batch: input, idempotencyKey, author }: SendBatchInput,
): Promise<QueuedBatch> {
  const requestHash = exactHash(JSON.stringify(input), `${ctx.scope.tenantId}:batch_request`)
  const earlier = await earlierBatch(ctx, idempotencyKey, requestHash)
  if (earlier) return { batchId: earlier, isRepeated: true }

  const scheduledAt = readSchedule(input.scheduledAt, ctx.now)
  const target = await batchChannel(ctx, input.channelId)
  const db = dbOf(ctx.em.fork())
  const asked = input.content as BatchContent
  const recipients = await readRecipients(db, ctx.scope, input, await regionOf(ctx, input.channelId))
  await checkSample(ctx, target, asked, recipients)

  const filing = { ...ctx, userId: author?.userId ?? null }
  // Once for all of them: what a link leads to is fetched now, and becomes a file of ours.
  const taken = await takeMedia(filing, target.adapter, asked as OutboundContent)
  const content = taken.content as BatchContent
  const batchId = randomUUIDv7()
  const { name, channelId, fallbackText = null } = input
  const batch = {
    ...{ id: batchId, name, channelId, content, fallbackText, scheduledAt, author },
    purpose: purposeOfBatch(content, input.purpose),
    ...{ idempotencyKey, requestHash, recipients, fileIds: filesOf(taken.fileIds, content, recipients) },
  }
  try {
    await ctx.em.fork().transactional((tx) => storeBatch(dbOf(tx), ctx.encryption, ctx.scope, batch, ctx.now))
  } catch (error) {
    await dropFetched(filing, taken.fetchedIds)
    if (!isUniqueViolation(error, 'cc_batches_idempotency')) throw error
    const first = await earlierBatch(ctx, idempotencyKey, requestHash)
    if (first) return { batchId: first, isRepeated: true }
    throw error
  }
  nudge(BATCHES_QUEUE)
  nudge(OUTGOING_EVENTS_QUEUE)
  return { batchId, isRepeated: false }
}

async function regionOf({ em, scope }: QueueContext, channelId: string): Promise<string | null> {
  const channels = await listChannels(dbOf(em.fork()), scope)
  return homeRegion(channels.flatMap(({ id, address }) => (id === channelId ? [address] : [])))
}

/** Kept until the batch is through, also where no message carries them yet. */
function filesOf(own: string[], content: BatchContent, recipients: ReadRecipient[]): string[] {
  const personal = recipients.flatMap(({ parameters }) =>
    parameters ? mediaPlaces(personalContent(content, parameters) as OutboundContent) : [],
  )
  return [
    ...new Set([...own, ...personal.flatMap(({ source }) => ('fileId' in source ? source.fileId : []))]),
  ]
}

async function earlierBatch(
  { em, scope }: QueueContext,
  idempotencyKey: string,
  requestHash: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string; requestHash: string }>`
    select id, request_hash as "requestHash" from cc_batches
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      and idempotency_key = ${idempotencyKey}`.execute(dbOf(em.fork()))
  const [earlier] = rows
  if (!earlier) return null
  if (earlier.requestHash === requestHash) return earlier.id
  throw idempotencyConflict('batch')
}
