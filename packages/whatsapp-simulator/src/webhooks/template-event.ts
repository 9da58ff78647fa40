import type { Template } from '../accounts/template.ts'
import type { TemplateStatus } from '../accounts/template-state.ts'
import { unixSeconds } from './contact-payload.ts'
import type { AccountEvent } from './webhook-event.ts'

type Info = { title: string; description: string }

/** What is told with a new status besides the status. */
export type StatusNews = {
  info?: Info | undefined
  rejection?: { reason: string; recommendation: string } | undefined
}

/**
 * `message_template_status_update`: what Meta tells about a template whose status changed. `template` is as it is now.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update
 */
export function templateStatusEvent(
  wabaId: string,
  template: Template,
  before: TemplateStatus,
  at: string,
  news: StatusNews = {},
): AccountEvent {
  const { status: after, rejected_reason: reason } = template
  const info = news.info ?? usualInfo(before, after)
  const rejection = news.rejection ?? (reason === 'INVALID_FORMAT' ? NOT_FORMED : undefined)
  return templateTold(wabaId, template, eventOf(before, after), at, {
    // Null is what Meta writes about a template that is to be deleted.
    reason: after === 'PENDING_DELETION' ? null : reason,
    ...(after === 'REJECTED' && rejection ? { rejection_info: rejection } : {}),
    ...(after === 'DISABLED' ? { disable_info: { disable_date: unixSeconds(at) } } : {}),
    ...(info ? { other_info: info } : {}),
  })
}

/** The same field for what is no change of status: FLAGGED, LOCKED, DELETED. */
export function templateTold(
  wabaId: string,
  template: Template,
  event: string,
  at: string,
  more: Record<string, unknown> = {},
): AccountEvent {
  const value = {
    event,
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
    reason: 'NONE',
    message_template_category: template.category,
    ...more,
  }
  return { wabaId, field: 'message_template_status_update', value, at }
}

const NOT_FORMED = {
  reason: 'The template is not formed as templates have to be.',
  recommendation: 'Change its text and send it in again.',
}

/** Only coming back from where it could not be used has a name of its own. */
function eventOf(before: TemplateStatus, after: TemplateStatus): string {
  if (before === 'ARCHIVED') return 'UNARCHIVED'
  if (before === 'DISABLED' && after === 'APPROVED') return 'REINSTATED'
  return after
}

function usualInfo(before: TemplateStatus, after: TemplateStatus): Info | undefined {
  if (after === 'PAUSED')
    return { title: 'FIRST_PAUSE', description: 'The template is paused for low quality.' }
  if (before === 'PAUSED' && after === 'APPROVED')
    return { title: 'UNPAUSE', description: 'The template can be sent again.' }
  if (after === 'DISABLED')
    return { title: 'DISABLED', description: 'The template is disabled for low quality.' }
  return undefined
}
