import type { Template } from '../accounts/template.ts'
import type { TemplateStatus } from '../accounts/template-state.ts'
import { rejectionOf } from '../world/template-state.ts'
import { unixSeconds } from './contact-payload.ts'
import type { AccountEvent } from './webhook-event.ts'

/**
 * `message_template_status_update`: what Meta tells about a template whose status changed.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/message_template_status_update
 */
export function templateStatusEvent(
  wabaId: string,
  template: Template,
  before: TemplateStatus,
  after: TemplateStatus,
  at: string,
): AccountEvent {
  const reason = rejectionOf(template, after)
  const value = {
    event: eventOf(before, after),
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
    // Null is what Meta writes about a template that is to be deleted.
    reason: after === 'PENDING_DELETION' ? null : reason,
    message_template_category: template.category,
    ...(reason === 'INVALID_FORMAT' ? { rejection_info: NOT_FORMED } : {}),
    ...detailsOf(before, after, at),
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

function detailsOf(before: TemplateStatus, after: TemplateStatus, at: string): Record<string, unknown> {
  if (after === 'PAUSED')
    return { other_info: { title: 'FIRST_PAUSE', description: 'The template is paused for low quality.' } }
  if (before === 'PAUSED' && after === 'APPROVED')
    return { other_info: { title: 'UNPAUSE', description: 'The template can be sent again.' } }
  if (after === 'DISABLED') {
    return {
      disable_info: { disable_date: unixSeconds(at) },
      other_info: { title: 'DISABLED', description: 'The template is disabled for low quality.' },
    }
  }
  return {}
}
