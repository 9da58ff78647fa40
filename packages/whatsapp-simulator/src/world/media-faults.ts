import { z } from 'zod'
import { type MediaStep, mediaFaults } from '../rules/media/media-fault.ts'

const script = <Step extends MediaStep>(step: Step) => z.array(z.enum(mediaFaults[step])).max(1000)
const chances = <Step extends MediaStep>(step: Step) =>
  z.array(z.object({ fault: z.enum(mediaFaults[step]), share: z.number().min(0).max(1) })).max(20)

export const mediaFaultShapes = {
  /** Each of the next lookups, downloads and uploads goes wrong with the next of these. */
  failNextMedia: z
    .object({ lookups: script('lookups'), downloads: script('downloads'), uploads: script('uploads') })
    .partial(),
  /** They go wrong by chance, with dice like those of `failByChance`. */
  failMediaByChance: z.object({
    seed: z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
    thrown: z.int().min(0).default(0),
    lookups: chances('lookups').default([]),
    downloads: chances('downloads').default([]),
    uploads: chances('uploads').default([]),
  }),
  /** Every address of a file is over at once, in webhooks as well. */
  expireMediaUrls: z.boolean(),
}
