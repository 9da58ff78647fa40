import { type Finding, type Fix, fixOf, refused } from '../finding.ts'
import { TTL, TTL_30_DAYS } from '../limits.ts'
import type { LintSubject } from '../subject.ts'

/** How long Meta tries to deliver; the span depends on the category. */
export function* lintTtl({ definition }: LintSubject): Generator<Finding> {
  const { ttlSeconds, category } = definition
  if (ttlSeconds === undefined || ttlSeconds === TTL_30_DAYS) return
  const { min, max } = TTL[category]
  if (ttlSeconds >= min && ttlSeconds <= max) return
  yield refused('ttl_out_of_range', 'ttlSeconds', { min, max, category }, nearest(ttlSeconds, min, max))
}

function nearest(ttl: number, min: number, max: number): Fix {
  const ttlSeconds = Math.min(max, Math.max(min, ttl))
  return fixOf('nearest_ttl', (definition) => ({ ...definition, ttlSeconds }))
}
