import type { StatusBadgeVariant } from '@open-mercato/ui/primitives/status-badge'

/** From what waits for somebody here to what is over: the order in which they are counted and offered. */
export const statuses = [
  'DRAFT',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'PENDING',
  'IN_APPEAL',
  'APPROVED',
  'LIMIT_EXCEEDED',
  'ARCHIVED',
  'PENDING_DELETION',
  'DELETED',
] as const

export type KnownStatus = (typeof statuses)[number]

const tones: Record<KnownStatus, StatusBadgeVariant> = {
  DRAFT: 'neutral',
  REJECTED: 'error',
  PAUSED: 'warning',
  DISABLED: 'error',
  PENDING: 'info',
  IN_APPEAL: 'info',
  APPROVED: 'success',
  LIMIT_EXCEEDED: 'error',
  ARCHIVED: 'neutral',
  PENDING_DELETION: 'neutral',
  DELETED: 'neutral',
}

/** Meta may name states that nobody knew when this was written; they are shown as they come. */
export function knownStatus(status: string): KnownStatus | null {
  return statuses.find((known) => known === status) ?? null
}

export function toneOf(status: string): StatusBadgeVariant {
  const known = knownStatus(status)
  return known ? tones[known] : 'neutral'
}

/** What of the counted statuses there is, in their order; what nobody knows comes last. */
export function presentStatuses(byStatus: Record<string, number>): { status: string; count: number }[] {
  const present = Object.entries(byStatus).filter(([, count]) => count > 0)
  const place = (status: string) => {
    const at = (statuses as readonly string[]).indexOf(status)
    return at < 0 ? statuses.length : at
  }
  return present
    .map(([status, count]) => ({ status, count }))
    .sort((one, other) => place(one.status) - place(other.status) || one.status.localeCompare(other.status))
}
