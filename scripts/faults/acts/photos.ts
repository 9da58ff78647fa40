import { WORKERS } from '../processes/house.ts'
import { comesTrue } from '../until.ts'
import type { Act } from './acts.ts'

const STALLS_WITHIN_MS = 40_000
const PHOTOS = 6

/** Customers send photos, and the product fetches them whenever it comes to that. */
export const sendPhotos: Act = async ({ town, tally }) => {
  await town.sendPhotos(PHOTOS)
  tally.add('photo to be fetched', PHOTOS)
}

/** A download that falls silent in the middle, and the worker dies over it. */
export const dieOverDownload: Act = async (stage) => {
  const { house, meta, town, tally } = stage
  await meta.change({ failNextMedia: { downloads: ['stall'] } })
  await town.sendPhotos(1)
  const stands = async () => {
    const { faults } = await meta.faults()
    return ((faults.failNextMedia as { downloads?: string[] }).downloads ?? []).length === 0
  }
  const isStanding = await comesTrue(stands, { withinMs: STALLS_WITHIN_MS })
  await Promise.all(WORKERS.map((name) => house.kill(name)))
  await meta.change({ failNextMedia: {} })
  tally.add('SIGKILL, worker: in the middle of a download', isStanding ? 1 : 0)
  await Promise.all(WORKERS.map((name) => house.start(name)))
}
