import { WAIT_CODES, type WaitCode } from '../outbox/lane.ts'

export interface WaitFacts {
  status: string | null
  waitCode: string | null
  scheduledAt: Date | null
  /** Null while its files are not with the provider. */
  nextAttemptAt: Date | null
}

/** Why a message that is queued has not left yet, and until when at least; null for one that is about to leave. */
export function waitingOf(facts: WaitFacts, now: Date): { code: WaitCode; until: Date | null } | null {
  const { status, scheduledAt, nextAttemptAt } = facts
  if (status !== 'queued') return null
  if (scheduledAt && scheduledAt > now) return { code: 'scheduled', until: scheduledAt }
  if (!nextAttemptAt) return { code: 'files', until: null }
  if (nextAttemptAt <= now) return null
  // Its time has come and its files are there, so it was tried.
  const told = WAIT_CODES.find((code) => code === facts.waitCode && code !== 'scheduled' && code !== 'files')
  return { code: told ?? 'retry', until: nextAttemptAt }
}
