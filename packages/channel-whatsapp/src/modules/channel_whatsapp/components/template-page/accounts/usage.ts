/** From here on a new template may find no room soon. */
const NEARLY_FULL = 0.9

export type UsageLevel = 'roomy' | 'nearly' | 'full'

/** How much of the account's room is taken: 250 templates, or 6,000 of a verified business; unknown without a limit. */
export function usageOf({ count, limit }: { count: number; limit: number | null }): {
  share: number | null
  level: UsageLevel
} {
  if (limit === null || limit <= 0) return { share: null, level: 'roomy' }
  const share = Math.min(count / limit, 1)
  return { share, level: share >= 1 ? 'full' : share >= NEARLY_FULL ? 'nearly' : 'roomy' }
}
