import { createHmac, timingSafeEqual } from 'node:crypto'
import type { SimulatorAccount } from '../accounts/account.ts'
import type { Simulation } from '../simulation.ts'
import type { Media } from '../world/media.ts'

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#retrieve-media-url */
const ADDRESS_LASTS_MS = 5 * 60 * 1000

export const DOWNLOAD_PATH = '/whatsapp_business/attachments/'

/** Where a file can be downloaded until `expires` (milliseconds), with the token. `origin` is the simulator's own. */
export function mediaAddress(
  origin: string,
  account: SimulatorAccount,
  media: Pick<Media, 'id'>,
  expires: number,
): string {
  const query = new URLSearchParams({
    mid: media.id,
    ext: String(expires),
    hash: seal(account, media.id, expires),
  })
  return `${origin}${DOWNLOAD_PATH}?${query}`
}

/** Five minutes from now, or now when every address is to be over at once. */
export function addressExpiry({ store, clock }: Simulation): number {
  return clock.now() + (store.world.faults.expireMediaUrls ? 0 : ADDRESS_LASTS_MS)
}

/** The id of the file that an address leads to now; null for one that is over or made up. */
export function readMediaAddress(address: URL, account: SimulatorAccount, now: number): string | null {
  const id = address.searchParams.get('mid') ?? ''
  const expires = Number(address.searchParams.get('ext'))
  const given = Buffer.from(address.searchParams.get('hash') ?? '')
  const expected = Buffer.from(seal(account, id, expires))
  const isGenuine = given.length === expected.length && timingSafeEqual(given, expected)
  return isGenuine && now < expires ? id : null
}

function seal(account: SimulatorAccount, id: string, expires: number): string {
  return createHmac('sha256', account.appSecret).update(`${id}:${expires}`).digest('base64url').slice(0, 32)
}
