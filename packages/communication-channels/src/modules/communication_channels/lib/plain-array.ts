/**
 * An array as PostgreSQL reads it, for values that need no quoting: ids, times, numbers, hashes, our own words.
 * Never for what somebody else wrote, nor for content: a host may leave it unencrypted. The driver quotes every element, which for a thousand rows costs more than anything
 * else that is done with them.
 */
export function plainArray(values: (string | number | boolean | Date | null)[]): string {
  const parts = values.map((value) =>
    value === null ? 'NULL' : value instanceof Date ? value.toISOString() : value,
  )
  return `{${parts.join(',')}}`
}
