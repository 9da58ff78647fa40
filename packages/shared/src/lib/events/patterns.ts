export interface MatchEventPatternOptions {
  /** `prefix`: a trailing `*` covers any number of segments. Default: every `*` covers exactly one. */
  mode?: 'single-segment' | 'prefix'
}

/** A bare `*` matches every event. */
export function matchEventPattern(
  event: string,
  pattern: string,
  options: MatchEventPatternOptions = {},
): boolean {
  if (pattern === '*' || pattern === event) return true
  if (!pattern.includes('*')) return false
  if (options.mode === 'prefix' && pattern.endsWith('*')) return event.startsWith(pattern.slice(0, -1))
  const wanted = pattern.split('.')
  const given = event.split('.')
  return wanted.length === given.length && wanted.every((part, at) => part === '*' || part === given[at])
}

export function matchAnyEventPattern(
  event: string,
  patterns: readonly string[],
  options?: MatchEventPatternOptions,
): boolean {
  return patterns.some((pattern) => matchEventPattern(event, pattern, options))
}
