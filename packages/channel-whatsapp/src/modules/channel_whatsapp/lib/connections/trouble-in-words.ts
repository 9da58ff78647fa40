import { GraphError, GraphUnreachable } from '../graph/graph-error.ts'

/** Why something could not be read from Meta, for whoever looks after the connection. */
export function troubleInWords(error: unknown, otherwise: string): string {
  if (error instanceof GraphError) return error.details ?? error.message
  if (error instanceof GraphUnreachable) return error.message
  if (error instanceof Error && error.name === 'ZodError') return 'Meta’s answer could not be read.'
  // Ours are plain ones. A database's message carries statements and values, which are nobody's to read here.
  const isOurs = error instanceof Error && error.name === 'Error' && !('code' in error)
  return isOurs ? error.message : otherwise
}
