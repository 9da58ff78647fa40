import type { Context } from 'hono'
import { z } from 'zod'
import type { HandledFile } from '../world/media.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError } from './graph-error.ts'
import { managedNumber } from './token.ts'

const FIELDS = [
  'about',
  'address',
  'description',
  'email',
  'profile_picture_url',
  'websites',
  'vertical',
] as const

const VERTICALS = [
  ...['OTHER', 'AUTO', 'BEAUTY', 'APPAREL', 'EDU', 'ENTERTAIN', 'EVENT_PLAN', 'FINANCE', 'GROCERY', 'GOVT'],
  ...['HOTEL', 'HEALTH', 'NONPROFIT', 'PROF_SERVICES', 'RETAIL', 'TRAVEL', 'RESTAURANT', 'ALCOHOL'],
  ...['ONLINE_GAMBLING', 'PHYSICAL_GAMBLING', 'OTC_DRUGS', 'MATRIMONY_SERVICE'],
] as const

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles */
const profileSchema = z.object({
  about: z.string().min(1).max(139).optional(),
  address: z.string().max(256).optional(),
  description: z.string().max(512).optional(),
  email: z.union([z.literal(''), z.email().max(128)]).optional(),
  websites: z
    .array(z.url({ protocol: /^https?$/ }).max(256))
    .max(2)
    .optional(),
  vertical: z.enum(VERTICALS).optional(),
})

const PICTURE_BYTES = 5 * 1024 * 1024

/** `GET /{phone-number-id}/whatsapp_business_profile` */
export function getProfile(c: Context<GraphEnv>): Response {
  const { id } = managedNumber(c).number
  const { picture, ...profile } = c.get('simulation').store.world.profiles[id] ?? {}
  const asked = c.req.query('fields')?.split(',') ?? [...FIELDS, 'messaging_product']
  const unknown = asked.find((name) => name !== 'messaging_product' && !FIELDS.includes(name as 'about'))
  if (unknown) throw new GraphError(100, { title: `Tried accessing nonexisting field (${unknown})` })
  const origin = new URL(c.req.url).origin
  const all: Record<string, unknown> = {
    ...profile,
    ...(picture ? { profile_picture_url: `${origin}/profile-pictures/${id}/${picture}` } : {}),
    messaging_product: 'whatsapp',
  }
  const shown = Object.entries(all).filter(([name]) => asked.includes(name) || name === 'messaging_product')
  return c.json({ data: [Object.fromEntries(shown)] })
}

/** `POST /{phone-number-id}/whatsapp_business_profile`: what is not named stays as it is. */
export function postProfile(c: Context<GraphEnv>): Response {
  const owner = managedNumber(c)
  const { store } = c.get('simulation')
  const { messaging_product, profile_picture_handle: handle, websites, ...rest } = c.get('parameters')
  if (messaging_product !== 'whatsapp')
    throw new GraphError(100, { title: 'The parameter messaging_product is required.' })
  const read = profileSchema.safeParse({ ...rest, ...(websites === undefined ? {} : { websites }) })
  if (!read.success) {
    const [issue] = read.error.issues
    throw new GraphError(100, { title: `Param ${issue!.path.join('.')} is not valid: ${issue!.message}` })
  }
  const picture =
    handle === undefined ? null : pictureOf(store.world.handledFiles, handle, owner.account.appId)
  const given = Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined))
  store.world.profiles[owner.number.id] = {
    ...store.world.profiles[owner.number.id],
    ...given,
    ...(picture ? { picture: picture.sha256 } : {}),
  }
  store.changed({ kind: 'number', phoneNumberId: owner.number.id })
  return c.json({ success: true })
}

function pictureOf(files: Record<string, HandledFile>, handle: unknown, appId: string): HandledFile {
  const file = files[String(handle)]
  if (file?.appId !== appId || !/^image\/(jpeg|jpg|png)$/.test(file.mimeType))
    throw new GraphError(100, { title: 'Param profile_picture_handle is not a valid handle of a picture.' })
  if (file.byteSize > PICTURE_BYTES)
    throw new GraphError(100, { title: 'Param profile_picture_handle is of a picture that is too large.' })
  return file
}

/** A profile's picture; its address is public, as Meta's is. */
export async function getProfilePicture(c: Context<GraphEnv>): Promise<Response> {
  const { store } = c.get('simulation')
  const [number = '', wanted] = [c.req.param('number'), c.req.param('picture')]
  const picture = store.world.profiles[number]?.picture
  const bytes = picture && picture === wanted ? await store.files.read(picture) : null
  if (!bytes) return c.text('Not Found', 404)
  const type = bytes[0] === 0x89 ? 'image/png' : 'image/jpeg'
  return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'x-content-type-options': 'nosniff' })
}
