import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { keepMedia } from '../actions/keep-media.ts'
import { LARGEST_BYTES } from '../rules/media/media-kinds.ts'
import type { Simulation } from '../simulation.ts'
import { SimError } from './sim-error.ts'
import { numberOf } from './sim-input.ts'

const querySchema = z.object({
  phoneNumberId: z.string().min(1),
  fileName: z.string().min(1).max(240).optional(),
})

/** `POST /sim/files`: the bytes of a file that a customer is about to send to a number, with their Content-Type. */
export function filesApi(simulation: Simulation): Hono {
  const api = new Hono()
  const limit = bodyLimit({
    maxSize: LARGEST_BYTES,
    onError: () => {
      throw new SimError(413, 'too_large', 'Nobody can send more than 100 MB by WhatsApp.')
    },
  })
  api.post('/', limit, async (c) => {
    const { phoneNumberId, fileName } = querySchema.parse(c.req.query())
    const { number } = numberOf(simulation, phoneNumberId)
    const bytes = Buffer.from(await c.req.arrayBuffer())
    if (bytes.length === 0) throw new SimError(400, 'empty', 'The file is empty.')
    const mimeType = c.req.header('content-type') ?? 'application/octet-stream'
    const given = { bytes, mimeType, fileName: fileName ?? null }
    const { id, byteSize, foundType } = await keepMedia(simulation, number.id, 'received', given)
    return c.json({ file: { id, mimeType, foundType, byteSize } }, 201)
  })
  return api
}
