import type { BadgeVariant } from '@open-mercato/ui/primitives/badge'
import type { ConsentPurpose, ConsentSource } from '../person/consent.ts'

/** How somebody stands to one purpose, as `GET /consents` lists it. Times are ISO, in UTC. */
export type ConsentItem = {
  contactId: string
  contact: { displayName: string | null; phone: string | null; username: string | null }
  purpose: ConsentPurpose
  state: 'opted_in' | 'opted_out'
  since: string
  source: ConsentSource
  confirmedAt: string | null
  /** The last question whether they really want it. */
  asked: { at: string; expiresAt: string } | null
  /** The organisation asks for a second yes, and this one has not been given. */
  needsConfirmation: boolean
  /** Nobody may write to them, whatever they agreed to. */
  isBlocked: boolean
  updatedAt: string
}

export type ShownState = 'opted_in' | 'confirmed' | 'asked' | 'unconfirmed' | 'opted_out'

/** `now` in milliseconds. */
export function shownState(item: ConsentItem, now: number): ShownState {
  const { state, confirmedAt, asked, needsConfirmation } = item
  if (state === 'opted_out') return 'opted_out'
  if (confirmedAt) return 'confirmed'
  if (asked && Date.parse(asked.expiresAt) > now) return 'asked'
  return needsConfirmation ? 'unconfirmed' : 'opted_in'
}

export const stateTones = {
  opted_in: 'success',
  confirmed: 'success',
  asked: 'warning',
  unconfirmed: 'warning',
  opted_out: 'error',
} as const satisfies Record<ShownState, BadgeVariant>
