import { z } from 'zod'
import type { Resolve } from '../adapter/connection-input.ts'
import { getChannelAdapter } from '../adapter-registry-singleton.ts'
import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'
import { readSettings } from '../settings/settings.ts'
import { type BatchCounts, batchCounts, countRecipients } from './batch-counts.ts'
import { estimateEnd } from './estimate-end.ts'

export const BATCH_ENTITY = 'communication_channels:message_batch'

const problem = z.object({ code: z.string(), message: z.string(), action: z.string().nullable() })
export type BatchProblem = z.infer<typeof problem>

export const batchView = z.object({
  id: z.uuid(),
  name: z.string(),
  channelId: z.uuid(),
  channelName: z.string(),
  state: z.enum(['running', 'paused', 'cancelled', 'finished']),
  /** Why it was paused, where nobody did it. */
  problem: problem.nullable(),
  total: z.number().int(),
  counts: batchCounts,
  contentType: z.string(),
  scheduledAt: z.iso.datetime().nullable(),
  createdBy: z.object({ userId: z.uuid(), name: z.string().nullable() }).nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  estimatedEndAt: z.iso.datetime().nullable(),
})
export type BatchView = z.infer<typeof batchView>

export interface BatchRow {
  id: string
  name: string
  channelId: string
  channelName: string
  providerKey: string
  connectionId: string
  externalIdentifier: string
  accountIdentifier: string | null
  state: BatchView['state']
  problem: BatchProblem | null
  total: number
  contentType: string
  scheduledAt: Timestamp | null
  authorUserId: string | null
  authorName: string | null
  createdAt: Timestamp
  finishedAt: Timestamp | null
}

export interface BatchReader {
  db: Db
  encryption: TenantEncryptionService
  resolve: Resolve
  scope: Scope
  now: Date
}

/** Batches as the API shows them, with how far they are. */
export async function viewBatches(reader: BatchReader, rows: BatchRow[]): Promise<BatchView[]> {
  if (rows.length === 0) return []
  const { db, scope } = reader
  const ids = rows.map(({ id }) => id)
  const [countsOf, settings, runningCount] = await Promise.all([
    countRecipients(db, scope, ids),
    readSettings(db, scope),
    countRunning(db, scope),
  ])
  const { automaticPerMinute } = settings
  return Promise.all(
    rows.map((row) => viewBatch(reader, row, countsOf(row.id), { automaticPerMinute, runningCount })),
  )
}

async function viewBatch(
  { encryption, resolve, scope, now }: BatchReader,
  row: BatchRow,
  counts: BatchCounts,
  pace: { automaticPerMinute: number; runningCount: number },
): Promise<BatchView> {
  const { id, channelId, channelName, state, total, contentType, authorUserId: userId } = row
  const { connectionId, externalIdentifier, accountIdentifier } = row
  const channel = { channelId, connectionId, externalIdentifier, accountIdentifier }
  const scheduledAt = toDate(row.scheduledAt)
  const left = counts.waiting + counts.queued
  const isRunning = state === 'running' && left > 0
  const adapter = isRunning ? getChannelAdapter(row.providerKey) : undefined
  const [opened, numberPace] = await Promise.all([
    encryption.decryptEntityPayload(BATCH_ENTITY, { name: row.name }, scope.tenantId, scope.organizationId),
    adapter?.paceOf?.({ scope, channel, resolve }),
  ])
  const facts = { state, left, scheduledAt, ...pace, perSecond: numberPace?.perSecond ?? null }
  return {
    ...{ id, name: String(opened.name), channelId, channelName, state, problem: row.problem },
    ...{ total, counts, contentType, scheduledAt: scheduledAt?.toISOString() ?? null },
    createdBy: userId ? { userId, name: row.authorName } : null,
    createdAt: toDate(row.createdAt).toISOString(),
    finishedAt: toDate(row.finishedAt)?.toISOString() ?? null,
    estimatedEndAt: estimateEnd(facts, now)?.toISOString() ?? null,
  }
}

async function countRunning(db: Db, { tenantId, organizationId }: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from cc_batches
    where tenant_id = ${tenantId} and organization_id = ${organizationId} and state = 'running'
      and (scheduled_at is null or scheduled_at <= now())`.execute(db)
  return rows[0]!.count
}
