/** What JSON knows, and JSON.parse gives. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/**
 * The one way to write a value down, so that a hash of it can be recomputed with any other program: the JSON
 * Canonicalization Scheme (RFC 8785), for the strings, whole numbers and nulls that the ledger is made of.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name]!)}`)
  return `{${members.join(',')}}`
}
