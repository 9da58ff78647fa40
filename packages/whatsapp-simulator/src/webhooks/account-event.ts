import { digitsOf, type NumberOwner } from '../accounts/account.ts'
import { CUSTOMERS_PER_DAY, type NumberState } from '../accounts/number-state.ts'
import type { AccountEvent } from './webhook-event.ts'

const DECISIONS: Record<NumberState['nameStatus'], string> = {
  APPROVED: 'APPROVED',
  AVAILABLE_WITHOUT_REVIEW: 'APPROVED',
  PENDING_REVIEW: 'PENDING',
  DECLINED: 'REJECTED',
  EXPIRED: 'DEFERRED',
  NONE: 'DEFERRED',
}

/** What Meta tells about a number that changed; registration, maintenance and verification go without a webhook. */
export function numberChangeEvents(
  owner: NumberOwner,
  before: NumberState,
  after: NumberState,
  at: string,
): AccountEvent[] {
  const display_phone_number = digitsOf(owner.number.displayPhoneNumber)
  const values: { field: string; value: Record<string, unknown> }[] = []
  const quality = (event: string, more: Record<string, unknown> = {}) =>
    values.push({
      field: 'phone_number_quality_update',
      value: {
        display_phone_number,
        event,
        ...more,
        max_daily_conversations_per_business: after.messagingLimit,
      },
    })

  if (before.qualityRating !== 'RED' && after.qualityRating === 'RED') quality('FLAGGED')
  if (before.qualityRating === 'RED' && after.qualityRating !== 'RED') quality('UNFLAGGED')
  if (before.throughput === 'STANDARD' && after.throughput === 'HIGH') quality('THROUGHPUT_UPGRADE')
  if (before.messagingLimit !== after.messagingLimit) {
    const isHigher = reach(after) > reach(before)
    quality(isHigher ? 'UPGRADE' : 'DOWNGRADE', { old_limit: before.messagingLimit })
    values.push({
      field: 'business_capability_update',
      value: {
        max_daily_conversations_per_business: CUSTOMERS_PER_DAY[after.messagingLimit],
        max_phone_numbers_per_business: 20,
        max_phone_numbers_per_waba: 20,
      },
    })
  }
  if (before.nameStatus !== after.nameStatus) {
    values.push({
      field: 'phone_number_name_update',
      value: {
        display_phone_number,
        decision: DECISIONS[after.nameStatus],
        requested_verified_name: owner.number.verifiedName,
        rejection_reason: after.nameStatus === 'DECLINED' ? 'NAME_FORMAT_UNACCEPTABLE' : null,
      },
    })
  }
  return values.map((value) => ({ wabaId: owner.account.wabaId, at, ...value }))
}

function reach(state: NumberState): number {
  const customers = CUSTOMERS_PER_DAY[state.messagingLimit]
  return customers === -1 ? Number.POSITIVE_INFINITY : customers
}

/** `phone_number_name_update`: what became of a display name that was asked for. */
export function nameReviewEvent(
  owner: NumberOwner,
  review: { decision: string; name: string; reason: string | null },
  at: string,
): AccountEvent {
  const value = {
    display_phone_number: digitsOf(owner.number.displayPhoneNumber),
    decision: review.decision,
    requested_verified_name: review.name,
    rejection_reason: review.reason,
  }
  return { wabaId: owner.account.wabaId, at, field: 'phone_number_name_update', value }
}

/** `security`: what happened to a number's PIN. */
export function securityEvent(owner: NumberOwner, event: string, at: string): AccountEvent {
  const value = {
    display_phone_number: digitsOf(owner.number.displayPhoneNumber),
    event,
    requester: owner.account.portfolio.id,
  }
  return { wabaId: owner.account.wabaId, at, field: 'security', value }
}
