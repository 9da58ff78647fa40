export interface EstimateFacts {
  state: string
  /** Recipients whose message has not left. */
  left: number
  scheduledAt: Date | null
  /** How many messages a minute may leave that nobody typed. */
  automaticPerMinute: number
  /** How many batches share that. */
  runningCount: number
  /** What the number can do; null: as fast as it goes. */
  perSecond: number | null
}

/** When the last message of a batch is likely to have left; null where nothing is left, or where nothing leaves. */
export function estimateEnd(facts: EstimateFacts, now: Date): Date | null {
  if (facts.state !== 'running' || facts.left === 0) return null
  const share = facts.automaticPerMinute / Math.max(facts.runningCount, 1)
  const perMinute = Math.min(share, facts.perSecond === null ? share : facts.perSecond * 60)
  const begin = Math.max(now.getTime(), facts.scheduledAt?.getTime() ?? 0)
  return new Date(begin + Math.ceil((facts.left / perMinute) * 60) * 1000)
}
