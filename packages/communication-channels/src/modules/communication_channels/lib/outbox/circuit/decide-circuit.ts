/*
 * Sending from a number is paused where it is pointless for the moment, or does harm.
 *
 *   closed     messages leave
 *   open       nothing leaves before `retryAt`
 *   half_open  one message leaves as a probe: what becomes of it decides. When nothing is heard of it, the next probe
 *              leaves at `retryAt`
 */
export type CircuitReason = 'failures' | 'account' | 'rate'

export interface Circuit {
  state: 'closed' | 'open' | 'half_open'
  reason: CircuitReason
  /** Milliseconds, as all times here. */
  openedAt: number
  previousOpenedAt: number | null
  retryAt: number
  /** How often it opened without having closed in between. */
  opens: number
}

/** What became of the attempts within the last minute, or since the circuit last closed. */
export interface AttemptTally {
  answered: number
  /** The provider's own trouble, or no answer. */
  troubled: number
  rate: number
  /** Of the newest `IN_A_ROW.account` and `IN_A_ROW.provider` attempts, how many failed for the sake of that. */
  newestAccount: number
  newestProvider: number
}

export const TALLY_MS = 60_000
/**
 * So many in a row are enough, whatever came through before. Of the provider's own trouble nobody knows whether the
 * message went out: every one that is tried in vain is one more for a person to settle.
 */
export const IN_A_ROW = { account: 3, provider: 10 }
const FEWEST_ATTEMPTS = 10
const STORM = 10

const ALERT_WITHIN_MS = 5 * 60_000
/** Well below `ALERT_WITHIN_MS`, so that a first probe that fails has somebody told. */
const SHORTEST_MS: Record<CircuitReason, number> = { failures: 30_000, rate: 30_000, account: 2 * 60_000 }
const LONGEST_MS = 10 * 60_000
/** A probe that nothing is heard of has been lost with its process. */
export const PROBE_MS = 45_000

/** Null: nothing speaks against the next message. */
export function reasonToOpen({
  answered,
  troubled,
  rate,
  newestAccount,
  newestProvider,
}: AttemptTally): CircuitReason | null {
  if (newestAccount >= IN_A_ROW.account) return 'account'
  if (newestProvider >= IN_A_ROW.provider) return 'failures'
  if (rate >= STORM) return 'rate'
  if (answered >= FEWEST_ATTEMPTS && troubled * 2 >= answered) return 'failures'
  return null
}

export function opened(before: Circuit | null, reason: CircuitReason, now: number): Circuit {
  const opens = before && before.state !== 'closed' ? before.opens + 1 : 1
  const pause = Math.min(SHORTEST_MS[reason] * 2 ** (opens - 1), LONGEST_MS)
  return {
    state: 'open',
    reason,
    openedAt: now,
    previousOpenedAt: before?.openedAt ?? null,
    retryAt: now + pause,
    opens,
  }
}

/** Whether somebody has to be told: it opened twice within five minutes. */
export function isAlarming({ openedAt, previousOpenedAt }: Circuit): boolean {
  return previousOpenedAt !== null && openedAt - previousOpenedAt <= ALERT_WITHIN_MS
}

export type Passage = { may: 'all' } | { may: 'one' } | { may: 'none'; until: number; isProbing: boolean }

/** What may leave from the number now. */
export function passage(circuit: Circuit | null, now: number): Passage {
  if (!circuit || circuit.state === 'closed') return { may: 'all' }
  // A pause that is longer than any was written under a clock that was set back since.
  const isOver = circuit.retryAt <= now || circuit.retryAt - now > LONGEST_MS
  if (isOver) return { may: 'one' }
  return { may: 'none', until: circuit.retryAt, isProbing: circuit.state === 'half_open' }
}
