import { raisesPrice } from '../templates/store/raises-price.ts'
import type { AccountDetail, DetailOf } from './account-detail.ts'

/**
 * info     good to know
 * warning  something gets worse, or costs more, unless somebody acts
 * problem  something does not work any more
 */
export type Severity = 'info' | 'warning' | 'problem'

const byEvent: Record<string, Record<string, Severity>> = {
  template_status: {
    REJECTED: 'problem',
    DISABLED: 'problem',
    PAUSED: 'warning',
    FLAGGED: 'warning',
    LIMIT_EXCEEDED: 'warning',
    LOCKED: 'warning',
    PENDING_DELETION: 'warning',
  },
  number_quality: { FLAGGED: 'warning', DOWNGRADE: 'warning' },
  number_security: { PIN_RESET_REQUEST: 'warning' },
  account_state: {
    ACCOUNT_DELETED: 'problem',
    ACCOUNT_RESTRICTION: 'problem',
    ACCOUNT_VIOLATION: 'problem',
    ACCOUNT_OFFBOARDED: 'problem',
    PARTNER_REMOVED: 'problem',
    PARTNER_APP_UNINSTALLED: 'warning',
  },
  group: { group_suspend: 'problem' },
}
const ofQuality: Record<string, Severity> = { RED: 'problem', YELLOW: 'warning' }
const ofDecision: Record<string, Severity> = { REJECTED: 'problem', DEFERRED: 'warning' }
const ofLevel: Record<string, Severity> = { CRITICAL: 'problem', WARNING: 'warning' }
const ofFlow: Record<string, Severity> = { BLOCKED: 'problem', THROTTLED: 'warning', DEPRECATED: 'warning' }

/** Meta's words are anybody's: one like `constructor` is in no table of ours. */
function among<T>(table: Record<string, T>, word: string | null): T | undefined {
  return word !== null && Object.hasOwn(table, word) ? table[word] : undefined
}

function ofFlowEvent({ event, alertState }: DetailOf<'flow'>): Severity {
  return event === 'FLOW_VERSION_EXPIRY_WARNING' || alertState === 'ACTIVATED' ? 'warning' : 'info'
}

/** How much somebody should care. */
export function severityOf(detail: AccountDetail): Severity {
  switch (detail.kind) {
    case 'template_quality':
      return among(ofQuality, detail.current) ?? 'info'
    case 'template_category':
      return raisesPrice(detail.previous, detail.current) ? 'warning' : 'info'
    case 'template_category_impending':
    case 'template_category_detected':
      return raisesPrice(detail.current, detail.correct) ? 'warning' : 'info'
    case 'history_declined':
    case 'errors':
    case 'other':
      return 'warning'
    case 'number_name':
    case 'account_review':
      return among(ofDecision, detail.decision) ?? 'info'
    case 'number_username':
      return detail.status === 'deleted' ? 'warning' : 'info'
    case 'account_alert':
      return among(ofLevel, detail.level) ?? (/FAILED|REJECTED|LOST/.test(detail.alert) ? 'warning' : 'info')
    case 'flow':
      return among(ofFlow, detail.status) ?? ofFlowEvent(detail)
    case 'account_state':
      if (detail.event === 'DISABLED_UPDATE') return isLifted(detail.ban?.state ?? null) ? 'info' : 'problem'
      break
    case 'group':
      if (detail.problems.length > 0) return 'warning'
      break
  }
  return ('event' in detail && among(byEvent[detail.kind] ?? {}, detail.event)) || 'info'
}

/** Whether Meta took a ban back. */
export function isLifted(banState: string | null): boolean {
  return banState !== null && /REINSTATE/.test(banState)
}
