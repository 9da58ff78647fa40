/** What an address has shown of itself. Times are milliseconds. */
export interface Standing {
  /** Refusals it may still cause before it is limited. */
  allowance: number
  /** When `allowance` was last worked out. */
  at: number
}

/** More within a minute is no mistake in a setting but somebody who tries. */
export const REFUSALS_A_MINUTE = 30
const PER_MS = REFUSALS_A_MINUTE / 60_000

/** How long one valid delivery shows that an address is the provider's, or shared with it. */
export const TRUSTED_MS = 60 * 60 * 1000

/**
 * Whoever used the allowance up is limited, yet not locked out: what grows back lets one request through every two
 * seconds, so that the provider is heard again after somebody else at its address was not.
 */
export function isLimited(standing: Standing | undefined, now: number): boolean {
  return standing !== undefined && allowanceAt(standing, now) < 1
}

/** After one more refusal. */
export function afterRefusal(standing: Standing | undefined, now: number): Standing {
  const allowance = standing === undefined ? REFUSALS_A_MINUTE : allowanceAt(standing, now)
  return { allowance: Math.max(0, allowance - 1), at: now }
}

export function isTrusted(validAt: number | undefined, now: number): boolean {
  return validAt !== undefined && now - validAt < TRUSTED_MS
}

function allowanceAt({ allowance, at }: Standing, now: number): number {
  return Math.min(REFUSALS_A_MINUTE, allowance + Math.max(0, now - at) * PER_MS)
}
