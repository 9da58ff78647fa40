/** PostgreSQL's codes; the system's own begin with an E. */
const SQLSTATE = /^[0-9A-DF-Z][0-9A-Z]{4}$/

/** For operators. A database's message can quote values, so of those only the code and constraint are kept. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure'
  const { code, constraint } = error as { code?: unknown; constraint?: string }
  if (typeof code !== 'string') return error.name === 'Error' ? error.message : error.name
  if (SQLSTATE.test(code)) return `database refused: ${code}${constraint ? ` (${constraint})` : ''}`
  return `${error.name}: ${code}`
}
