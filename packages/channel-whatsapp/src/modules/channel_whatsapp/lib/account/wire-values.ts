import { z } from 'zod'

/** Meta writes ids as text or as numbers. */
export const id = z.union([z.string().min(1).max(512), z.number()]).transform(String)
/** Left out, null and empty say the same. */
export const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value)))
/** A day in words of Meta's; seconds since 1970 come out as an ISO time. */
export const day = text.transform((value) =>
  value !== null && /^\d{9,11}$/.test(value) ? new Date(Number(value) * 1000).toISOString() : value,
)
export const number = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : Number(value)))
/** Seconds since 1970, as text or as a number; an ISO time comes out. */
export const seconds = z
  .union([z.number().int().nonnegative().max(253_402_300_799), z.string().regex(/^\d{1,11}$/)])
  .nullish()
  .transform((value) =>
    value === null || value === undefined ? null : new Date(Number(value) * 1000).toISOString(),
  )

export const wireError = z
  .looseObject({
    code: number,
    title: text,
    message: text,
    error_data: z.looseObject({ details: text }).nullish(),
  })
  .transform((error) => ({
    code: error.code,
    title: error.title,
    message: error.error_data?.details ?? error.message,
  }))
