import { windowExpiresAt, windowKey } from '../rules/window.ts'
import type { Simulation } from '../simulation.ts'
import type { Customer } from '../world/customer.ts'

/** How a chat stands with Meta: until when the business may write freely, and until when for nothing. ISO times. */
export type ChatWindows = {
  windowExpiresAt: string | null
  freeEntryExpiresAt: string | null
  freeEntryOfferedUntil: string | null
}

export function windowsOf({ store: { world } }: Simulation, key: string): ChatWindows {
  const { offeredUntil, expiresAt } = world.freeEntries[key] ?? { offeredUntil: null, expiresAt: null }
  return {
    windowExpiresAt: isoOf(windowExpiresAt(world.lastInboundAt[key])),
    freeEntryExpiresAt: isoOf(expiresAt),
    freeEntryOfferedUntil: isoOf(offeredUntil),
  }
}

/**
 * Lets hours pass for one chat and nobody else, as far as Meta goes by the clock: its windows end that much earlier. What was
 * written keeps its time.
 */
export function letHoursPass(
  simulation: Simulation,
  phoneNumberId: string,
  customer: Customer,
  hours: number,
): ChatWindows {
  const { world } = simulation.store
  const key = windowKey(phoneNumberId, customer.id)
  const ms = hours * 3_600_000
  const lastInboundAt = world.lastInboundAt[key]
  if (lastInboundAt !== undefined) world.lastInboundAt[key] = lastInboundAt - ms
  const entry = world.freeEntries[key]
  if (entry) {
    const earlier = (time: number | null) => (time === null ? null : time - ms)
    world.freeEntries[key] = {
      offeredUntil: earlier(entry.offeredUntil),
      expiresAt: earlier(entry.expiresAt),
    }
  }
  simulation.store.changed({ kind: 'customer', customer })
  return windowsOf(simulation, key)
}

function isoOf(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}
