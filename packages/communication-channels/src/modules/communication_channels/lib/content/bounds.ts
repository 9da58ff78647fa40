import { z } from 'zod'

/** PostgreSQL, where some of these are looked up, takes no NUL in text. */
export const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((value) => !value.includes('\0'), 'There is a character in it that no name has.')

/**
 * The hub's own bounds keep a request at a sensible size. What the provider allows is less, and said by its
 * adapter before anything leaves.
 */
export const shortText = line(1, 1024)
export const longText = z.string().trim().min(1).max(4096)
export const externalId = line(1, 512)
export const link = z.url({ protocol: /^https?$/ }).max(2048)
