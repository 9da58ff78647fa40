import {
  bodyText,
  buttonsOf,
  componentOf,
  type QualityScore,
  type Template,
  type TemplateButton,
  type TemplateCategory,
} from '../accounts/template.ts'
import type { AccountEvent } from './webhook-event.ts'

// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference

function event(
  field: string,
  wabaId: string,
  { id, name, language }: Template,
  at: string,
  more: Record<string, unknown>,
): AccountEvent {
  const value = {
    message_template_id: Number(id),
    message_template_name: name,
    message_template_language: language,
    ...more,
  }
  return { wabaId, field, value, at }
}

export function qualityEvent(
  wabaId: string,
  template: Template,
  previous: QualityScore,
  at: string,
): AccountEvent {
  return event('message_template_quality_update', wabaId, template, at, {
    previous_quality_score: previous,
    new_quality_score: template.quality_score.score,
  })
}

/** A category that will be another one: until then `new_category` is the one it has. */
export function categoryWillChangeEvent(
  wabaId: string,
  template: Template,
  correct: TemplateCategory,
  changesAt: number,
  at: string,
): AccountEvent {
  return event('template_category_update', wabaId, template, at, {
    new_category: template.category,
    correct_category: correct,
    category_update_timestamp: Math.floor(changesAt / 1000),
  })
}

export function categoryChangedEvent(
  wabaId: string,
  template: Template,
  previous: TemplateCategory,
  at: string,
): AccountEvent {
  return event('template_category_update', wabaId, template, at, {
    previous_category: previous,
    new_category: template.category,
  })
}

/** Meta sees that a template is of another category, and leaves it as it is. */
export function categoryDetectedEvent(
  wabaId: string,
  template: Template,
  correct: TemplateCategory,
  at: string,
): AccountEvent {
  return event('template_correct_category_detection', wabaId, template, at, {
    category: template.category,
    correct_category: correct,
  })
}

export function componentsEvent(wabaId: string, template: Template, at: string): AccountEvent {
  const header = componentOf(template, 'HEADER')
  const footer = componentOf(template, 'FOOTER')
  const buttons = buttonsOf(template)
  return event('message_template_components_update', wabaId, template, at, {
    ...(header?.format === 'TEXT' ? { message_template_title: header.text } : {}),
    message_template_element: bodyText(template),
    ...(footer ? { message_template_footer: footer.text } : {}),
    ...(buttons.length > 0 ? { message_template_buttons: buttons.map(toldButton) } : {}),
  })
}

function toldButton(button: TemplateButton): Record<string, unknown> {
  return {
    message_template_button_type: button.type,
    message_template_button_text: button.text,
    ...(button.type === 'URL' ? { message_template_button_url: button.url } : {}),
    ...(button.type === 'PHONE_NUMBER' ? { message_template_button_phone_number: button.phone_number } : {}),
  }
}
