import { randomInt } from 'node:crypto'
import { foundType, isAnimatedWebp } from '../rules/media/found-type.ts'
import type { Simulation } from '../simulation.ts'
import { KEPT_FOR_MS, type KeptFile, type Media } from '../world/media.ts'

export type GivenFile = { bytes: Buffer; mimeType: string; fileName: string | null }

/** Keeps the bytes of a file and looks at what they are. */
export async function keepFile({ store }: Simulation, given: GivenFile): Promise<KeptFile> {
  const { bytes, mimeType, fileName } = given
  return {
    sha256: await store.files.put(bytes),
    byteSize: bytes.length,
    mimeType,
    foundType: foundType(bytes),
    isAnimated: isAnimatedWebp(bytes),
    fileName,
  }
}

/** A file that is Meta's from now on: 30 days when a business uploaded it, 7 when a customer sent it. */
export async function keepMedia(
  simulation: Simulation,
  phoneNumberId: string,
  origin: Media['origin'],
  given: GivenFile,
): Promise<Media> {
  const { store, clock } = simulation
  const file = await keepFile(simulation, given)
  const id = String(randomInt(100_000_000_000_000, 281_000_000_000_000))
  const media = { ...file, id, phoneNumberId, origin, expiresAt: clock.now() + KEPT_FOR_MS[origin] }
  store.world.media[id] = media
  store.changed({ kind: 'media', mediaId: id })
  return media
}

/** The file with this id while Meta has it, else null. */
export function findMedia({ store, clock }: Simulation, id: string): Media | null {
  const media = Object.hasOwn(store.world.media, id) ? store.world.media[id]! : null
  return media && clock.now() < media.expiresAt ? media : null
}
