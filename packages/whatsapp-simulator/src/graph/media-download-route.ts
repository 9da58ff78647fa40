import type { Context } from 'hono'
import { findMedia } from '../actions/keep-media.ts'
import { takeMediaFault } from '../actions/media-fault.ts'
import { sendHalf, withWrongByte } from './broken-download.ts'
import type { GraphEnv } from './graph-env.ts'
import { readMediaAddress } from './media-address.ts'
import { requireScope } from './token.ts'

/** What an address from `GET /{media-id}` or a webhook leads to: the bytes, 404 once it is over, 401 without a token. */
export async function getMediaFile(c: Context<GraphEnv>): Promise<Response> {
  const simulation = c.get('simulation')
  const caller = c.get('caller')
  requireScope(caller, 'whatsapp_business_messaging')
  const id = readMediaAddress(new URL(c.req.url), caller.account, simulation.clock.now())
  const media = id ? findMedia(simulation, id) : null
  const bytes = media && (await simulation.store.files.read(media.sha256))
  if (!media || !bytes) return c.text('Not Found', 404)
  const fault = takeMediaFault(simulation, 'downloads')
  const { mimeType } = media
  if (fault === 'reset' || fault === 'stall' || fault === 'short')
    return sendHalf(c.env.outgoing, simulation.clock, { bytes, mimeType }, fault)
  if (fault && fault !== 'wrong_bytes') return c.text('', Number(fault) as 503)
  return c.body(new Uint8Array(fault ? withWrongByte(bytes) : bytes), 200, {
    'content-type': mimeType,
    'content-length': String(bytes.length),
    'content-disposition': 'attachment',
  })
}
