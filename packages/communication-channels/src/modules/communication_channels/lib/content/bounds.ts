import { z } from 'zod'

/** No text has a NUL or half a surrogate pair in it; neither PostgreSQL nor a provider takes them. */
export const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(
      (value) => !value.includes('\0') && value.isWellFormed(),
      'There is a character in it that cannot be sent.',
    )

/**
 * The hub's own bounds keep a request at a sensible size. What the provider allows is less, and said by its
 * adapter before anything leaves.
 */
export const shortText = line(1, 1024)
export const longText = line(1, 4096)
export const externalId = line(1, 512)
export const link = z.url({ protocol: /^https?$/ }).max(2048)
