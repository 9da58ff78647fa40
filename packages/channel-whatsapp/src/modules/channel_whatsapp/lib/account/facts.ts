import type { AccountDetail, DetailOf } from './account-detail.ts'

/**
 * What an event says about a row: the later one of the same fact and row counts. `values` are columns of the row's
 * table, but for accounts, which keep them under the fact's name.
 */
export interface Fact {
  about: 'template' | 'number' | 'account'
  fact: string
  values: Record<string, unknown>
}

export function factsOf(detail: AccountDetail): Fact[] {
  switch (detail.kind) {
    case 'template_status':
      return templateStatusFacts(detail)
    case 'template_quality':
      return [template('quality', { quality_score: detail.current })]
    case 'template_category':
      return [
        template('category', { category: detail.current }),
        template('correct_category', { correct_category: null, category_changes_at: null }),
      ]
    case 'template_category_impending':
      return [
        template('correct_category', {
          correct_category: detail.correct,
          category_changes_at: detail.changesAt,
        }),
      ]
    case 'template_category_detected':
      return [template('correct_category', { correct_category: detail.correct, category_changes_at: null })]
    case 'number_quality':
      return numberQualityFacts(detail)
    case 'number_name':
      return [
        number('name', {
          name_decision: detail.decision,
          requested_name: detail.requestedName,
          name_reason: detail.reason,
        }),
      ]
    case 'number_username':
      return [
        number('username', {
          username: detail.status === 'deleted' ? null : detail.username,
          username_status: detail.status,
        }),
      ]
    case 'account_review':
      return [account('review', { decision: detail.decision })]
    case 'capability': {
      const { kind: _, ...limits } = detail
      return [account('capability', limits)]
    }
    case 'account_state':
      return accountStateFacts(detail)
    default:
      return []
  }
}

const template = (fact: string, values: Fact['values']): Fact => ({ about: 'template', fact, values })
const number = (fact: string, values: Fact['values']): Fact => ({ about: 'number', fact, values })
const account = (fact: string, values: Fact['values']): Fact => ({ about: 'account', fact, values })

/** The state that a template is in after the event. Being flagged is a warning, and one that is locked cannot be edited:
 * neither changes whether it may be sent. */
const statusAfter: Record<string, string | null> = {
  REINSTATED: 'APPROVED',
  UNARCHIVED: 'APPROVED',
  FLAGGED: null,
  LOCKED: null,
}

function templateStatusFacts(detail: DetailOf<'template_status'>): Fact[] {
  const status = Object.hasOwn(statusAfter, detail.event) ? statusAfter[detail.event] : detail.event
  if (!status) return []
  return [
    template('status', {
      status,
      rejected_reason: detail.event === 'REJECTED' ? detail.reason : null,
      status_reason: detail.description ?? detail.title,
    }),
  ]
}

function numberQualityFacts(detail: DetailOf<'number_quality'>): Fact[] {
  const facts: Fact[] = []
  if (detail.limit !== null) facts.push(number('limit', { messaging_limit: detail.limit }))
  if (detail.event === 'THROUGHPUT_UPGRADE') facts.push(number('throughput', { throughput: 'HIGH' }))
  if (detail.event === 'FLAGGED') facts.push(number('flag', { quality_flag: 'FLAGGED' }))
  if (detail.event === 'UNFLAGGED') facts.push(number('flag', { quality_flag: null }))
  return facts
}

const linkEvents = new Set([
  'ACCOUNT_DELETED',
  'ACCOUNT_OFFBOARDED',
  'ACCOUNT_RECONNECTED',
  'PARTNER_ADDED',
  'PARTNER_REMOVED',
])

function accountStateFacts(detail: DetailOf<'account_state'>): Fact[] {
  const { event } = detail
  if (linkEvents.has(event)) return [account('link', { event, reason: detail.disconnection?.reason ?? null })]
  if (event === 'ACCOUNT_RESTRICTION') return [account('restrictions', { items: detail.restrictions })]
  if (event === 'ACCOUNT_VIOLATION') return [account('violation', { type: detail.violation })]
  if (event === 'DISABLED_UPDATE') {
    return [account('ban', { state: detail.ban?.state ?? null, date: detail.ban?.date ?? null })]
  }
  if (event === 'VERIFIED_ACCOUNT') return [account('verified', { isVerified: true })]
  return []
}
