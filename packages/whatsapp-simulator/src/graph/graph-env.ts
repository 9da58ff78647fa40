import type { HttpBindings } from '@hono/node-server'
import type { Simulation } from '../simulation.ts'
import type { Caller } from './caller.ts'

/** What every Graph route finds in its context. */
export type GraphEnv = {
  Bindings: HttpBindings
  Variables: { traceId: string; caller: Caller; parameters: Record<string, unknown>; simulation: Simulation }
}
