import type { Funnel } from '../../data/template.ts'

export const funnelParts = ['sent', 'delivered', 'read', 'answered', 'failed'] as const
export type FunnelPart = (typeof funnelParts)[number]

export type FunnelBar = {
  part: FunnelPart
  count: number
  /** Of the longest bar. */
  width: number
  /** Of what was sent; null where that says nothing. */
  ofSent: number | null
}

/** How many went each step of the way, and of those sent which part that is. */
export function funnelBars(funnel: Funnel): FunnelBar[] {
  const longest = Math.max(...funnelParts.map((part) => funnel[part]), 1)
  return funnelParts.map((part) => {
    const count = funnel[part]
    const hasShare = funnel.sent > 0 && part !== 'sent' && part !== 'failed'
    return { part, count, width: count / longest, ofSent: hasShare ? count / funnel.sent : null }
  })
}
