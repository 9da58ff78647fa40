import type { Reason } from './decision.ts'
import type { SendFacts } from './send-facts.ts'
import { objects, permits } from './standing.ts'
import { windowState } from './window.ts'

const HOUR_MS = 3_600_000

/** Whether free content may leave, by the window that the customer's last word opened. */
export function windowReasons({ window, now, leavesAt }: SendFacts): Reason[] {
  const { expiresAt, lengthMs } = window
  if (lengthMs === null) return [permits('no_window')]
  if (!expiresAt) return [objects('window_never_opened')]
  const params = { at: expiresAt.toISOString(), hours: String(lengthMs / HOUR_MS) }
  if (!windowState(expiresAt, lengthMs, now).isOpen) return [objects('window_closed', params)]
  if (!windowState(expiresAt, lengthMs, leavesAt).isOpen)
    return [objects('window_closes_before', { ...params, leavesAt: leavesAt.toISOString() })]
  return [permits('window_open', params)]
}
