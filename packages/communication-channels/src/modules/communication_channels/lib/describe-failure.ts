/** For operators. A database's message can quote values, so of those only the code and constraint are kept. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure'
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code) return `database refused: ${code}${constraint ? ` (${constraint})` : ''}`
  return error.name === 'Error' ? error.message : error.name
}
