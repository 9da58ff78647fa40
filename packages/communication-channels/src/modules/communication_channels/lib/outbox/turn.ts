import type { SenderClock } from './clock.ts'
import type { OutboxContext } from './outbox-context.ts'
import type { Recorder } from './record/recorder.ts'

/** What one process does until its turn is over. */
export interface Turn {
  ctx: OutboxContext
  clock: SenderClock
  recorder: Recorder
  isOver(): boolean
  /** Its time is over, and the next one may take over. */
  isLate(): boolean
  /** Whether the process has several, one after the other. */
  handsOver: boolean
  /** Of what is on its way. */
  track(work: Promise<void>): void
  countBegun(count: number): void
}
