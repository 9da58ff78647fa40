import { z } from 'zod'
import { mediaFaultShapes } from './media-faults.ts'

/** What goes wrong on purpose. Counters are used up by one per send; switches stay on until turned off. */
export const faultsSchema = z.object({
  /** Each of the next sends is answered with the next of these codes. */
  failNextSends: z.array(z.int().min(0).max(9_999_999)).max(1000),
  /** Sends fail by chance: each code with its share of 0 to 1. The same seed throws the same dice; `thrown` counts them. */
  failByChance: z.object({
    seed: z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
    thrown: z.int().min(0).default(0),
    chances: z
      .array(z.object({ code: z.int().min(0).max(9_999_999), share: z.number().min(0).max(1) }))
      .max(20),
  }),
  /** Every send is answered so much later than it was accepted or refused. */
  answerAfterMs: z.int().min(0).max(60_000),
  /** So many of the next sends are never looked at: they are neither accepted nor answered. */
  ignoreNextSends: z.int().min(0).max(1000),
  /** So many of the next sends are accepted, and the caller never hears of it. */
  hangNextSends: z.int().min(0).max(1000),
  /** So many of the next sends are accepted, and the connection breaks before the answer. */
  dropNextAnswers: z.int().min(0).max(1000),
  dropWebhooks: z.boolean(),
  duplicateWebhooks: z.boolean(),
  delayWebhooksMs: z.int().min(0).max(3_600_000),
  /** Events that fall together leave one by one, the last first. */
  reverseWebhooks: z.boolean(),
  enforcePairRate: z.boolean(),
  enforceThroughput: z.boolean(),
  ...mediaFaultShapes,
})

export type Faults = z.infer<typeof faultsSchema>

export const noFaults: Faults = {
  failNextSends: [],
  failByChance: { seed: 1, thrown: 0, chances: [] },
  answerAfterMs: 0,
  ignoreNextSends: 0,
  hangNextSends: 0,
  dropNextAnswers: 0,
  dropWebhooks: false,
  duplicateWebhooks: false,
  delayWebhooksMs: 0,
  reverseWebhooks: false,
  enforcePairRate: false,
  enforceThroughput: false,
  failNextMedia: {},
  failMediaByChance: { seed: 1, thrown: 0, lookups: [], downloads: [], uploads: [] },
  expireMediaUrls: false,
}
