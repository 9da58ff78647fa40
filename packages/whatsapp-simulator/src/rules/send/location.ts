import { z } from 'zod'
import { limitedText } from './parts.ts'

const NAME_LIMIT = 1000

function coordinate(limit: number) {
  return z
    .union([z.number(), z.string().min(1)])
    .refine((value) => Number.isFinite(Number(value)) && Math.abs(Number(value)) <= limit)
}

/** Coordinates are degrees, as numbers or as text. */
export const location = z.strictObject({
  latitude: coordinate(90),
  longitude: coordinate(180),
  name: limitedText(NAME_LIMIT).optional(),
  address: limitedText(NAME_LIMIT).optional(),
})

/** In a template's header the place has to be named. */
export const namedLocation = location.required()
