import type { AccountEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import type { Facts, Reading } from './reading.ts'

/** What became of it is the business of whoever reads account changes: here each value has to be in it. */
const inDetail = ({ detail }: AccountEvent, expected: unknown) =>
  expected === 'NONE' || isWithin(expected, detail) ? expected : undefined

export const accounts: Reading<AccountEvent> = {
  // Meta names the business portfolio where it names the account otherwise; the account is in the value.
  wabaId: (event, expected) => (isAboutPartner(event) ? expected : event.accountIdentifier),
  field: ({ field }) => field.split('.')[0],
  event: inDetail,
  errorCodes: ({ detail }) => [detail.code],
  restriction_info: ({ detail }, expected) =>
    (expected as Facts[]).every(({ restriction_type }) => isWithin(restriction_type, detail)) && expected,
  waba_info: ({ accountIdentifier }, expected) =>
    (expected as Facts).waba_id === accountIdentifier && expected,
  disconnection_info: inDetail,
  message_template_id: inDetail,
  message_template_name: inDetail,
  message_template_language: inDetail,
  message_template_category: inDetail,
  message_template_element: inDetail,
  new_category: inDetail,
  previous_quality_score: inDetail,
  new_quality_score: inDetail,
  reason: inDetail,
}

function isAboutPartner({ field, detail }: AccountEvent): boolean {
  return field === 'account_update' && String(detail.event).startsWith('PARTNER_')
}

/** Whether every leaf of it is somewhere in the other. */
function isWithin(part: unknown, whole: unknown): boolean {
  const leaves = new Set(leavesOf(whole))
  return leavesOf(part).every((leaf) => leaves.has(leaf))
}

function leavesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.values(value).flatMap(leavesOf)
}
