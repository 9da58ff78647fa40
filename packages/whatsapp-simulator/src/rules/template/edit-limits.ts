import type { Template } from '../../accounts/template.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * An approved template is edited once in 24 hours and ten times in 30 days; one that is rejected or paused as often as
 * one likes. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
 */
const EDITABLE: Template['status'][] = ['APPROVED', 'REJECTED', 'PAUSED']
const EDITS_A_DAY = 1
const EDITS_A_MONTH = 10
const MONTH_MS = 30 * DAY_MS

/** Why a template cannot be edited now, as a sentence; null when it can. `editedAt` are the edits while it was approved. */
export function editProblem(
  { status, category }: Pick<Template, 'status' | 'category'>,
  wanted: { category?: Template['category'] | undefined },
  editedAt: number[],
  now: number,
): string | null {
  if (!EDITABLE.includes(status)) return `A template that is ${status} cannot be edited.`
  if (status !== 'APPROVED') return null
  if (wanted.category !== undefined && wanted.category !== category)
    return 'The category of an approved template cannot be changed.'
  const within = (ms: number) => editedAt.filter((time) => time > now - ms).length
  if (within(DAY_MS) >= EDITS_A_DAY) return 'An approved template can be edited once in 24 hours.'
  if (within(MONTH_MS) >= EDITS_A_MONTH) return 'An approved template can be edited 10 times in 30 days.'
  return null
}
