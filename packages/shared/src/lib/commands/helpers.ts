import { badRequest } from '../crud/errors.ts'

/** The keys whose values differ, with both values. */
export function buildChanges(
  before: Record<string, unknown> | null | undefined,
  after: Record<string, unknown>,
  keys: readonly string[],
): Record<string, { from: unknown; to: unknown }> {
  const changes: Record<string, { from: unknown; to: unknown }> = {}
  for (const key of keys) {
    const from = before?.[key]
    const to = after[key]
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[key] = { from, to }
  }
  return changes
}

export function requireId(value: unknown, message = 'An id is required.'): string {
  if (typeof value === 'string' && value.trim()) return value
  throw badRequest(message)
}
