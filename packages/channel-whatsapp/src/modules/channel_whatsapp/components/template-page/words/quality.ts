export const qualities = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] as const
export type Quality = (typeof qualities)[number]

/** https://developers.facebook.com/docs/whatsapp/message-templates/guidelines#quality-rating */
export function qualityOf(score: string | null): Quality {
  return qualities.find((known) => known === score) ?? 'UNKNOWN'
}

export const qualityColours: Record<Quality, string> = {
  GREEN: 'bg-status-success-icon',
  YELLOW: 'bg-status-warning-icon',
  RED: 'bg-status-error-icon',
  UNKNOWN: 'border border-status-neutral-icon',
}
