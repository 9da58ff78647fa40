import { z } from 'zod'
import { type Timestamp, toDate } from '../db.ts'
import { type Lane, PRIORITIES, WAIT_CODES } from '../outbox/lane.ts'
import { unknownSinceOf } from '../outbox/unknown-since.ts'
import { PURPOSES, type Purpose } from '../policy/purpose.ts'
import type { MessageStatus } from '../status.ts'
import { waitingOf } from './waiting.ts'

export interface SendingRow {
  direction: 'inbound' | 'outbound'
  status: MessageStatus | null
  lane: Lane | null
  purpose: Purpose | null
  notification: string | null
  /** A rank of `PRIORITIES`. */
  priority: number
  scheduledAt: Timestamp | null
  nextAttemptAt: Timestamp | null
  waitCode: string | null
  updatedAt: Timestamp
  settledAs: 'resent' | 'left' | null
  settledAt: Timestamp | null
  resendOf: string | null
  resentAs: string | null
}

export const sendingView = z.object({
  lane: z.enum(['person', 'automatic', 'bulk']).nullable(),
  purpose: z.enum(PURPOSES).nullable(),
  notification: z.string().nullable(),
  priority: z.enum(PRIORITIES).nullable(),
  scheduledAt: z.iso.datetime().nullable(),
  waiting: z.object({ code: z.enum(WAIT_CODES), until: z.iso.datetime().nullable() }).nullable(),
  unknownSince: z.iso.datetime().nullable(),
  settlement: z.object({ as: z.enum(['resent', 'left']), at: z.iso.datetime() }).nullable(),
  resendOf: z.uuid().nullable(),
  resentAs: z.uuid().nullable(),
  canCancel: z.boolean(),
})

/** Of a message of ours: on whose account it leaves and when, and what a person made of one whose answer was lost. */
export function viewSending(row: SendingRow, now: Date): z.infer<typeof sendingView> {
  const [scheduledAt, nextAttemptAt] = [toDate(row.scheduledAt), toDate(row.nextAttemptAt)]
  const { status, lane, waitCode, settledAs, settledAt, resendOf, resentAs } = row
  const unknownSince = unknownSinceOf({ status, updatedAt: toDate(row.updatedAt) })
  const waiting = waitingOf({ status, waitCode, scheduledAt, nextAttemptAt }, now)
  return {
    lane,
    purpose: row.purpose,
    notification: row.notification,
    priority: lane && (PRIORITIES[row.priority] ?? null),
    scheduledAt: scheduledAt?.toISOString() ?? null,
    waiting: waiting && { code: waiting.code, until: waiting.until?.toISOString() ?? null },
    unknownSince: unknownSince?.toISOString() ?? null,
    settlement: settledAs && settledAt ? { as: settledAs, at: toDate(settledAt).toISOString() } : null,
    resendOf,
    resentAs,
    canCancel: row.direction === 'outbound' && status === 'queued',
  }
}
