import type { SimulatorAccount } from './accounts/account.ts'
import type { Clock } from './clock.ts'
import type { Dispatcher } from './webhooks/dispatcher.ts'
import type { Store } from './world/store.ts'

/** What every action works on. */
export type Simulation = {
  accounts: SimulatorAccount[]
  store: Store
  clock: Clock
  dispatcher: Dispatcher
  /** Aborted when the simulator stops. */
  closing: AbortSignal
  /** Where it can be reached from this machine, without a slash at the end. */
  origin(): string
}

export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString()
}
