import type { Timestamp } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { sql, toDate } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { z } from 'zod'

const CAUSES = ['clock', 'person', 'connection'] as const
export type SyncCause = (typeof CAUSES)[number]

/** How far one reading of all templates of an account is, or how it ended. */
export const syncRun = z.object({
  id: z.uuid(),
  cause: z.enum(CAUSES),
  status: z.enum(['waiting', 'running', 'complete', 'failed']),
  askedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  readCount: z.int(),
  /** As Graph counts them; null where it does not. */
  expectedCount: z.int().nullable(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  /** Why it failed; of one that waits, why it was not done at once. */
  error: z.string().nullable(),
})
export type SyncRun = z.infer<typeof syncRun>

type Times = 'askedAt' | 'startedAt' | 'endedAt'
export type SyncRunRow = Omit<SyncRun, Times> & Record<Times, Timestamp>

export const syncRunColumns = sql`r.id, r.cause, r.status, r.asked_at as "askedAt", r.started_at as "startedAt",
  r.ended_at as "endedAt", r.read_count as "readCount", r.expected_count as "expectedCount", r.added, r.changed,
  r.removed, r.error`

export function viewRun(row: SyncRunRow): SyncRun {
  const { id, cause, status, readCount, expectedCount, added, changed, removed, error } = row
  const iso = (time: Timestamp | null) => toDate(time)?.toISOString() ?? null
  return {
    ...{ id, cause, status, readCount, expectedCount, added, changed, removed, error },
    askedAt: toDate(row.askedAt).toISOString(),
    startedAt: iso(row.startedAt),
    endedAt: iso(row.endedAt),
  }
}
