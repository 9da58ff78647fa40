import { z } from 'zod'

/** What Meta knows of a number besides its digits, and what the simulator's own API can change. */
export const numberStateSchema = z.object({
  qualityRating: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN', 'NA']),
  throughput: z.enum(['STANDARD', 'HIGH']),
  messagingLimit: z.enum(['TIER_50', 'TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED']),
  /** Not registered: every send is answered with 133010. */
  isRegistered: z.boolean(),
  /** Every send is answered with 131057, as during a throughput upgrade. */
  isInMaintenance: z.boolean(),
  nameStatus: z.enum([
    'APPROVED',
    'AVAILABLE_WITHOUT_REVIEW',
    'PENDING_REVIEW',
    'DECLINED',
    'EXPIRED',
    'NONE',
  ]),
  codeVerificationStatus: z.enum(['VERIFIED', 'NOT_VERIFIED', 'EXPIRED']),
})

export type NumberState = z.infer<typeof numberStateSchema>

export const usualNumberState: NumberState = {
  qualityRating: 'GREEN',
  throughput: 'STANDARD',
  messagingLimit: 'TIER_2K',
  isRegistered: true,
  isInMaintenance: false,
  nameStatus: 'APPROVED',
  codeVerificationStatus: 'VERIFIED',
}

/** Messages per second, in and out. https://developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput */
export const MESSAGES_PER_SECOND: Record<NumberState['throughput'], number> = { STANDARD: 80, HIGH: 1000 }

/** Customers a business may write to first within 24 hours; -1 where there is no limit. */
export const CUSTOMERS_PER_DAY: Record<NumberState['messagingLimit'], number> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_2K: 2000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: -1,
}
