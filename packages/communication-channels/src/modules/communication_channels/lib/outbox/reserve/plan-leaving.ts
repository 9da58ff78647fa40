import type { WaitCode } from '../lane.ts'
import { isWithinLimit, type OrganizationPace, timeOverLimit } from '../pace/organization-limit.ts'
import { decidePair, type PairRule } from '../pace/pair.ts'
import { type PortfolioReach, timeOverPortfolio } from '../pace/portfolio-limit.ts'
import type { Candidate } from './candidates.ts'

/** The limits that a number's messages are under. Null: no such limit. */
export interface Limits {
  pair: PairRule | null
  /** Over the lanes that no person writes. */
  organization: (OrganizationPace & { waitingBefore: number[] }) | null
  /** Over people outside their window. */
  portfolio: (PortfolioReach & { perDay: number }) | null
}

export interface Leaving {
  candidate: Candidate
  /** Milliseconds of the database's clock. */
  slot: number
  paidUntil: number | null
  isNewPerson: boolean
}

export interface Waiting {
  candidate: Candidate
  code: WaitCode
  at: number
}

/**
 * Who leaves in which slot and who has to wait for what, in the order of the candidates.
 *
 * @param lastForAutomatic who no person wrote leaves in one of so many first slots, or is looked at again
 */
export function planLeaving(
  candidates: Candidate[],
  slots: number[],
  limits: Limits,
  now: number,
  lastForAutomatic: number,
): { leaving: Leaving[]; waiting: Waiting[] } {
  const leaving: Leaving[] = []
  const waiting: Waiting[] = []
  const conversations = new Set<string>()
  const sent = [...(limits.organization?.sent ?? [])]
  const reached = new Set(limits.portfolio?.known)
  let newPeople = 0
  let overLimit = 0

  for (const candidate of candidates) {
    const slot = slots[leaving.length]
    if (slot === undefined) break
    if (conversations.has(candidate.conversationId)) continue
    if (candidate.lane !== 'person' && leaving.length >= lastForAutomatic) continue
    conversations.add(candidate.conversationId)

    const { portfolio, organization, pair } = limits
    const isNewPerson = isOutside(candidate, limits) && !reached.has(candidate.contactId)
    if (portfolio && isNewPerson && portfolio.count + newPeople >= portfolio.perDay) {
      waiting.push({ candidate, code: 'portfolio_limit', at: timeOverPortfolio(now) })
      continue
    }
    const pace = organization && { limit: organization.limit, sent }
    const isLimited = pace !== null && candidate.lane !== 'person'
    if (isLimited && !isWithinLimit(pace)) {
      const place = organization!.waitingBefore[candidate.priority]! + overLimit++
      waiting.push({ candidate, code: 'organization_limit', at: timeOverLimit(pace, place, now) })
      continue
    }
    const decision = pair && decidePair(pair, candidate.paidUntil, slot)
    if (decision?.isAllowed === false) {
      waiting.push({ candidate, code: 'person_pace', at: decision.at })
      continue
    }
    if (isNewPerson) {
      newPeople += 1
      reached.add(candidate.contactId)
    }
    if (isLimited) sent.push(slot)
    leaving.push({ candidate, slot, paidUntil: decision?.paidUntil ?? null, isNewPerson })
  }
  return { leaving, waiting }
}

function isOutside(candidate: Candidate, { portfolio }: Limits): boolean {
  return portfolio !== null && !candidate.isWindowOpen
}
