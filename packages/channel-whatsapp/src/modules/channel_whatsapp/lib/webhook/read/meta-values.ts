import { z } from 'zod'

/** An entry of PostgreSQL's index has room for 2,704 bytes, and holds what an id is unique with as well. */
const MAX_ID_BYTES = 512

/** Meta's ids are opaque: whatever is in one costs nobody a message. The hub makes it fit for its database. */
export const metaId = z
  .string()
  .min(1)
  .refine((id) => Buffer.byteLength(id) <= MAX_ID_BYTES)

/** Who somebody is must survive every encoding as it is: two people never become one by a character replaced. */
export const metaUserId = z
  .string()
  .regex(/^[\x21-\x7e]{1,512}$/)
  .optional()
  .catch(undefined)

/** Later than this a time has no four-digit year, and in the end none at all. */
const LATEST_MS = Date.UTC(9999, 0)

/** Seconds since 1970, as text or as a number. One that nobody can mean is for the hub to judge. */
export const seconds = z
  .union([z.string().regex(/^\d{1,17}$/), z.number().min(0)])
  .transform((value) => new Date(Math.min(Number(value) * 1000, LATEST_MS)))

/** Left out, null and empty are the same: nothing was said. A number among texts is read as text. */
export const told = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((text) => text || undefined)

/** As `told`, where an odd value costs nothing but itself. */
export const toldOrOdd = z.string().min(1).optional().catch(undefined)

/** Digits that came as a number. A larger one has lost some of them on the way, and would name something else. */
const digits = z.int().nonnegative().transform(String)

/** An id that is text or, now and then, a number. */
export const idText = z.union([metaId, digits])

/** As `idText`, where an odd value costs nothing but itself. */
export const toldId = idText.optional().catch(undefined)

/** Meta's `wa_id`: an international number without the plus, which is left out where it stands all the same. */
export const toldPhone = idText
  .transform((phone) => phone.replace(/^\+/, ''))
  .optional()
  .catch(undefined)

/** Kept digit for digit. */
export function phoneOf(waId: string | undefined): string | null {
  return waId !== undefined && /^\+?\d{7,15}$/.test(waId) ? `+${waId.replace('+', '')}` : null
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The items of a list. What should be one and is none is one item, which then cannot be read. */
export function itemsOf(value: Record<string, unknown>, name: string): unknown[] {
  const list = value[name]
  if (list === undefined || list === null) return []
  return Array.isArray(list) ? list : [list]
}

const MAX_DEPTH = 64

/** Whether it can be written as JSON again. What Meta sends is a few levels deep; a made-up one has room for millions. */
export function isShallow(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth === MAX_DEPTH) return false
  return Object.values(value).every((one) => isShallow(one, depth + 1))
}
