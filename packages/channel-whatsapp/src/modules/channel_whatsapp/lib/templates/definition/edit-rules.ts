import type { TemplateCategory } from './definition.ts'

const DAY = 24 * 60 * 60 * 1000

/** Meta's: an approved template may be edited once in 24 hours and 10 times in 30 days. */
const EDITS_A_DAY = 1
const EDITS_IN_30_DAYS = 10

/** Why a template cannot be edited now; its words are `channel_whatsapp.editRule.<reason>`. */
export type EditRefusal =
  | 'not_submitted'
  | 'in_review'
  | 'in_appeal'
  | 'disabled'
  | 'deleted'
  | 'archived'
  | 'limit_exceeded'
  | 'unknown_status'
  | 'daily_limit'
  | 'monthly_limit'

export interface EditRules {
  canEdit: boolean
  reason: EditRefusal | null
  /** When the limit on edits lets the next one through; null where no limit stands in the way. */
  nextEditAt: Date | null
  /** How many edits are left in 30 days; null where Meta does not count them. */
  leftIn30Days: number | null
  canChangeCategory: boolean
  canDelete: boolean
  canArchive: boolean
  canUnarchive: boolean
  canUnpause: boolean
}

export interface EditFacts {
  /** Meta's word, in either case. */
  status: string
  category: TemplateCategory | (string & {})
  editsAt: Date[]
  now: Date
}

/** Meta edits a template in these statuses only. */
const EDITABLE = new Set(['APPROVED', 'REJECTED', 'PAUSED'])
/** “Only approved or rejected templates can be archived”, Meta says of others. */
const ARCHIVABLE = new Set(['APPROVED', 'REJECTED'])
const GONE = new Set(['PENDING_DELETION', 'DELETED'])

const REFUSALS: Record<string, EditRefusal> = {
  DRAFT: 'not_submitted',
  PENDING: 'in_review',
  IN_APPEAL: 'in_appeal',
  DISABLED: 'disabled',
  PENDING_DELETION: 'deleted',
  DELETED: 'deleted',
  ARCHIVED: 'archived',
  LIMIT_EXCEEDED: 'limit_exceeded',
}

/** What Meta lets be done to a template in its status, after the edits it has had. */
export function editRules({ status: given, editsAt, now }: EditFacts): EditRules {
  const status = given.toUpperCase()
  const counted = status === 'APPROVED' ? countEdits(editsAt, now) : NOT_COUNTED
  const reason = EDITABLE.has(status) ? counted.reason : (REFUSALS[status] ?? 'unknown_status')
  const isGone = GONE.has(status) || status === 'DRAFT'
  return {
    canEdit: reason === null,
    reason,
    nextEditAt: counted.nextEditAt,
    leftIn30Days: counted.leftIn30Days,
    canChangeCategory: status === 'REJECTED' || status === 'PAUSED',
    canDelete: !isGone && status !== 'DISABLED',
    canArchive: ARCHIVABLE.has(status),
    canUnarchive: status === 'ARCHIVED',
    canUnpause: status === 'PAUSED',
  }
}

type Counted = Pick<EditRules, 'nextEditAt' | 'leftIn30Days'> & { reason: EditRefusal | null }

const NOT_COUNTED: Counted = { reason: null, nextEditAt: null, leftIn30Days: null }

function countEdits(editsAt: Date[], now: Date): Counted {
  const times = editsAt.map((at) => at.getTime()).sort((a, b) => b - a)
  const inMonth = times.filter((at) => at > now.getTime() - 30 * DAY)
  const monthFree = freeAgain(inMonth, EDITS_IN_30_DAYS, 30 * DAY)
  const dayFree = freeAgain(
    inMonth.filter((at) => at > now.getTime() - DAY),
    EDITS_A_DAY,
    DAY,
  )
  const next = Math.max(monthFree ?? 0, dayFree ?? 0)
  return {
    reason: monthFree !== null ? 'monthly_limit' : dayFree !== null ? 'daily_limit' : null,
    nextEditAt: next === 0 ? null : new Date(next),
    leftIn30Days: Math.max(0, EDITS_IN_30_DAYS - inMonth.length),
  }
}

/** When the oldest of the last `limit` edits leaves the span; null while there are fewer. */
function freeAgain(newestFirst: number[], limit: number, span: number): number | null {
  const oldest = newestFirst[limit - 1]
  return oldest === undefined ? null : oldest + span
}
