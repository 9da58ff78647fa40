import type { SimulatorAccount } from './accounts/account.ts'
import type { TemplateReview } from './accounts/template-review.ts'
import type { Clock } from './clock.ts'
import type { Dispatcher } from './webhooks/dispatcher.ts'
import type { Store } from './world/store.ts'

/** What every action works on. */
export type Simulation = {
  accounts: SimulatorAccount[]
  store: Store
  clock: Clock
  dispatcher: Dispatcher
  /** How templates are reviewed until it is set otherwise. */
  templateReview: TemplateReview
  /** Aborted when the simulator stops. */
  closing: AbortSignal
  /** Where it can be reached from this machine, without a slash at the end. */
  origin(): string
}

export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString()
}
