import type { BadgeVariant } from '@open-mercato/ui/primitives/badge'
import type { RecipientState } from '../../lib/batches/recipient-state.ts'

/** Many recipients under one intent, as `GET /batches` lists them. Times are ISO, in UTC. */
export type Batch = {
  id: string
  name: string
  channelId: string
  channelName: string
  state: BatchState
  /** Why it was paused, where nobody did it. */
  problem: BatchProblem | null
  total: number
  /** Every recipient is counted once. */
  counts: Record<RecipientState, number>
  contentType: string
  scheduledAt: string | null
  createdBy: { userId: string; name: string | null } | null
  createdAt: string
  finishedAt: string | null
  estimatedEndAt: string | null
}

export type BatchProblem = { code: string; message: string; action: string | null }

export type BatchState = 'running' | 'paused' | 'cancelled' | 'finished'

/** One line of a batch's report. Of who was named by a conversation the phone is null. */
export type Recipient = {
  position: number
  phone: string | null
  /** As their conversation has it. */
  name: string | null
  conversationId: string | null
  state: RecipientState
  messageId: string | null
  error: BatchProblem | null
}

export type ShownState = BatchState | 'scheduled'

/** A batch whose time has not come is not under way yet. `now` in milliseconds. */
export function shownState({ state, scheduledAt }: Batch, now: number): ShownState {
  return state === 'running' && scheduledAt && Date.parse(scheduledAt) > now ? 'scheduled' : state
}

export const batchTones = {
  scheduled: 'neutral',
  running: 'info',
  paused: 'warning',
  cancelled: 'neutral',
  finished: 'success',
} as const satisfies Record<ShownState, BadgeVariant>

/** From the best that can happen to what has not happened yet: the order in which they are drawn and offered. */
export const stateOrder = [
  'read',
  'delivered',
  'sent',
  'unknown',
  'failed',
  'refused',
  'cancelled',
  'queued',
  'waiting',
] as const satisfies RecipientState[]

const parts = {
  read: ['read'],
  delivered: ['delivered'],
  sent: ['sent'],
  unknown: ['unknown'],
  failed: ['failed', 'refused'],
  cancelled: ['cancelled'],
  waiting: ['queued', 'waiting'],
} as const satisfies Record<string, RecipientState[]>

export type PartName = keyof typeof parts

/** What a progress bar is made of; parts that nobody is in are left out. */
export function partsOf(counts: Batch['counts']): { name: PartName; count: number }[] {
  return (Object.keys(parts) as PartName[])
    .map((name) => ({ name, count: parts[name].reduce((sum, state) => sum + counts[state], 0) }))
    .filter(({ count }) => count > 0)
}
