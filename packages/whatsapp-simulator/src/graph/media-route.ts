import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { findNumber } from '../accounts/account.ts'
import { findMedia, keepMedia } from '../actions/keep-media.ts'
import { takeMediaFault } from '../actions/media-fault.ts'
import { bareType, kindOfType, maxBytes, uploadTypes } from '../rules/media/media-kinds.ts'
import type { Media } from '../world/media.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError, outage, unknownNode } from './graph-error.ts'
import { addressExpiry, mediaAddress } from './media-address.ts'
import { ownNumber, requireScope } from './token.ts'

/** `POST /{phone-number-id}/media`: a form with `messaging_product`, `file` and `type`. */
export async function postMedia(c: Context<GraphEnv>): Promise<Response> {
  const simulation = c.get('simulation')
  requireScope(c.get('caller'), 'whatsapp_business_messaging')
  const owner = ownNumber(c, c.req.param('node')!)
  const { messaging_product, file } = c.get('parameters')
  if (messaging_product === undefined) throw required('messaging_product')
  if (!(file instanceof File)) throw required('file')
  const bytes = Buffer.from(await file.arrayBuffer())
  const mimeType = file.type || 'application/octet-stream'
  // The part's own type counts; the form's `type` does not change it.
  if (!uploadTypes.includes(bareType(mimeType))) {
    throw new GraphError(100, {
      title: `Param file must be a file with one of the following types: ${uploadTypes.join(', ')}. Received file of type '${bareType(mimeType)}'.`,
    })
  }
  const given = { bytes, mimeType, fileName: file.name || null }
  refuseSize(given)
  const fault = takeMediaFault(simulation, 'uploads')
  if (fault && fault !== 'reset') throw outage(Number(fault))
  const media = await keepMedia(simulation, owner.number.id, 'uploaded', given)
  if (fault) {
    c.env.outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  }
  return c.json({ id: media.id })
}

/** `GET /{media-id}`: where the file can be downloaded for the next five minutes. Null where the id is of no file. */
export function getMedia(c: Context<GraphEnv>): Response | null {
  const media = ownMedia(c)
  if (!media) return null
  const simulation = c.get('simulation')
  requireScope(c.get('caller'), 'whatsapp_business_messaging')
  const { account } = findNumber(simulation.accounts, media.phoneNumberId)!
  const fault = takeMediaFault(simulation, 'lookups')
  if (fault && fault !== 'expired_url') throw outage(Number(fault))
  const expires = fault ? simulation.clock.now() : addressExpiry(simulation)
  return c.json({
    url: mediaAddress(new URL(c.req.url).origin, account, media, expires),
    mime_type: media.mimeType,
    sha256: media.sha256,
    file_size: media.byteSize,
    id: media.id,
    messaging_product: 'whatsapp',
  })
}

/** `DELETE /{media-id}`. What has been sent stays on the phones. */
export function deleteMedia(c: Context<GraphEnv>): Response {
  const media = ownMedia(c)
  if (!media) throw unknownNode('delete', c.req.param('node')!)
  requireScope(c.get('caller'), 'whatsapp_business_messaging')
  const { store } = c.get('simulation')
  delete store.world.media[media.id]
  store.changed({ kind: 'media', mediaId: media.id })
  return c.json({ success: true })
}

/** Throws 100 where `phone_number_id` names another number than the file's. */
function ownMedia(c: Context<GraphEnv>): Media | null {
  const media = findMedia(c.get('simulation'), c.req.param('node')!)
  const numbers = c.get('caller').accounts.flatMap((account) => account.numbers)
  if (!media || !numbers.some((number) => number.id === media.phoneNumberId)) return null
  const asked = c.req.query('phone_number_id')
  if (asked !== undefined && asked !== media.phoneNumberId) {
    throw new GraphError(100, {
      title: 'Param phone_number_id is not a valid whatsapp business phone number id ID',
    })
  }
  return media
}

function refuseSize({ bytes, mimeType }: { bytes: Buffer; mimeType: string }): void {
  if (bytes.length === 0) throw new GraphError(100, { title: 'Param file must not be an empty file.' })
  // Whether a sticker moves, and so has more room, shows only when it is sent.
  const most = maxBytes(kindOfType(mimeType), true)
  if (bytes.length <= most) return
  throw new GraphError(131053, {
    details: `The file has ${bytes.length} bytes; of type ${bareType(mimeType)} it may have ${most}.`,
  })
}

function required(name: string): GraphError {
  return new GraphError(100, { title: `The parameter ${name} is required.` })
}
