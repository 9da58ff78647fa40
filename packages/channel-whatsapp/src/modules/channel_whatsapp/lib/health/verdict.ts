import type { GraphNumber } from '../graph/list-numbers.ts'
import { isRegistered } from '../numbers/is-registered.ts'

/** What there is to say about a connection; the words on screens go by the name. */
export type Finding =
  | { status: 'healthy'; code: 'all_well' }
  | { status: 'degraded'; code: 'not_registered' | 'quality_low' | 'restricted'; numbers: string[] }
  | { status: 'degraded'; code: 'notifications_blocked'; notifications: string[] }
  | { status: 'unhealthy'; code: 'credentials_incomplete' }
  | { status: 'unhealthy'; code: 'number_unknown'; phoneNumberId: string }
  | { status: 'unhealthy'; code: 'refused'; said: string }

/** Meta lets these receive, and send little or nothing. */
const HELD_BACK = new Set(['RESTRICTED', 'BANNED', 'RATE_LIMITED'])

/**
 * How a connection is whose numbers Graph has just listed. What keeps a number from sending comes before what may do
 * so one day.
 */
export function judge(phoneNumberId: string, numbers: GraphNumber[]): Finding {
  if (!numbers.some(({ id }) => id === phoneNumberId)) {
    return { status: 'unhealthy', code: 'number_unknown', phoneNumberId }
  }
  const those = (is: (number: GraphNumber) => boolean) =>
    numbers.filter(is).map((number) => number.display_phone_number)
  const held = those(({ status }) => HELD_BACK.has(status ?? ''))
  if (held.length > 0) return { status: 'degraded', code: 'restricted', numbers: held }
  const outside = those((one) => isRegistered(one.status ?? null, one.platform_type ?? null) === false)
  if (outside.length > 0) return { status: 'degraded', code: 'not_registered', numbers: outside }
  const low = those(({ quality_rating }) => quality_rating === 'RED')
  if (low.length > 0) return { status: 'degraded', code: 'quality_low', numbers: low }
  return { status: 'healthy', code: 'all_well' }
}

const RANK = { healthy: 0, degraded: 1, unhealthy: 2 }

/** Of several connections the one that is worst off, and of equals the first. */
export function worst<T extends { finding: Finding }>(checked: [T, ...T[]]): T {
  return checked.reduce((one, other) => (RANK[other.finding.status] > RANK[one.finding.status] ? other : one))
}

/** In English, for logs and for programs. */
export function inEnglish(finding: Finding): string {
  switch (finding.code) {
    case 'all_well':
      return 'Meta answers for every number and account.'
    case 'not_registered':
      return `Not registered with Meta, so nothing can be sent: ${finding.numbers.join(', ')}.`
    case 'quality_low':
      return `Meta rates the quality as low: ${finding.numbers.join(', ')}.`
    case 'restricted':
      return `Meta holds back what is sent from: ${finding.numbers.join(', ')}.`
    case 'notifications_blocked':
      return `Without a template that can be sent, and so going out to nobody somewhere: ${finding.notifications.join(', ')}.`
    case 'credentials_incomplete':
      return 'The credentials are incomplete.'
    case 'number_unknown':
      return `The account has no number with the ID ${finding.phoneNumberId}.`
    case 'refused':
      return finding.said
  }
}
