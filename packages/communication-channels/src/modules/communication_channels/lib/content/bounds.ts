import { z } from 'zod'

/** No text has a NUL or half a surrogate pair in it; neither PostgreSQL nor a provider takes them. */
export const isText = (value: string) => value.isWellFormed() && !value.includes('\0')

export const line = (min: number, max: number) =>
  z.string().trim().min(min).max(max).refine(isText, 'There is a character in it that cannot be sent.')

/**
 * The hub's own bounds keep a request at a sensible size. What the provider allows is less, and said by its
 * adapter before anything leaves.
 */
export const shortText = line(1, 1024)
export const longText = line(1, 4096)
export const externalId = line(1, 512)
export const link = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .refine((value) => !/[\p{C}\p{Z}]/u.test(value), 'There is a character in the link that no link has.')

const DEEPEST = 16

/** Data for a program at the other end: as JSON knows it, and not without end. */
export const jsonObject = z
  .record(z.string(), z.unknown())
  .refine((value) => isJson(value, 0), `The data is no JSON, or goes deeper than ${DEEPEST} levels.`)

function isJson(value: unknown, depth: number): boolean {
  if (depth > DEEPEST) return false
  if (typeof value === 'string') return isText(value)
  if (typeof value !== 'object' || value === null) return typeof value !== 'bigint'
  return Object.entries(value).every(([key, one]) => isJson(key, depth + 1) && isJson(one, depth + 1))
}
