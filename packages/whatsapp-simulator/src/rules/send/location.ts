import { z } from 'zod'

function coordinate(limit: number) {
  return z
    .union([z.number(), z.string().min(1)])
    .refine((value) => Number.isFinite(Number(value)) && Math.abs(Number(value)) <= limit)
}

const words = z.string().min(1)

/** Coordinates are degrees, as numbers or as text. */
export const location = z.strictObject({
  latitude: coordinate(90),
  longitude: coordinate(180),
  name: words.optional(),
  address: words.optional(),
})

/** In a template's header the place has to be named. */
export const namedLocation = location.required()
