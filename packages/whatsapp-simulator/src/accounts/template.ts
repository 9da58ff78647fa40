import type { TemplateStatus } from './template-state.ts'

export type TemplateHeader =
  | { type: 'HEADER'; format: 'TEXT'; text: string; example?: Record<string, unknown> }
  | {
      type: 'HEADER'
      format: 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION' | 'PRODUCT'
      example?: Record<string, unknown>
    }

/** Buttons as Graph lists them. A one-time code's is a URL button with a `code={{1}}` at its end. */
export type TemplateButton =
  | {
      type: 'QUICK_REPLY' | 'CATALOG' | 'MPM' | 'SPM' | 'ORDER_DETAILS' | 'REQUEST_CONTACT_INFO'
      text: string
    }
  | { type: 'URL'; text: string; url: string; example?: string[] }
  | { type: 'PHONE_NUMBER'; text: string; phone_number: string }
  | { type: 'COPY_CODE'; text: string; example?: string[] }
  | {
      type: 'FLOW'
      text: string
      flow_id: number
      flow_action: string
      navigate_screen?: string
      icon?: string
    }
  | { type: 'VOICE_CALL'; text: string; ttl_minutes?: number }

export type CardComponent =
  | TemplateHeader
  | { type: 'BODY'; text: string; example?: Record<string, unknown>; add_security_recommendation?: boolean }
  | { type: 'BUTTONS'; buttons: TemplateButton[] }

export type TemplateComponent =
  | CardComponent
  | { type: 'FOOTER'; text: string; code_expiration_minutes?: number }
  | { type: 'LIMITED_TIME_OFFER'; limited_time_offer: { text: string; has_expiration: boolean } }
  | { type: 'CAROUSEL'; cards: { components: CardComponent[] }[] }
  | { type: 'CALL_PERMISSION_REQUEST' }

export const TEMPLATE_CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const
export type TemplateCategory = (typeof TEMPLATE_CATEGORIES)[number]

export const QUALITY_SCORES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] as const
export type QualityScore = (typeof QUALITY_SCORES)[number]

/** A message template as `GET /{waba-id}/message_templates` lists it. */
export type Template = {
  id: string
  name: string
  language: string
  status: TemplateStatus
  category: TemplateCategory
  parameter_format: 'POSITIONAL' | 'NAMED'
  components: TemplateComponent[]
  rejected_reason: string
  /** The date is in seconds since 1970, and missing while nothing has changed. */
  quality_score: { score: QualityScore; date?: number }
  sub_category?: string
  previous_category?: TemplateCategory
  /** What Meta will make of the category, or would. */
  correct_category?: TemplateCategory
  message_send_ttl_seconds?: number
  library_template_name?: string
  cta_url_link_tracking_opted_out?: boolean
  /** ISO times; the templates that an account begins with have none. */
  created_time?: string
  last_updated_time?: string
}

/** A template, or one card of its carousel. */
export type TemplatePart = { components: TemplateComponent[] }

/** The variables of one text: names as they first appear, numbers as they count, wherever in the text they stand. */
export function variablesOf(text: string): string[] {
  const found = [...text.matchAll(/\{\{\s*([a-z0-9_]+)\s*\}\}/g)].map((match) => match[1]!)
  const variables = [...new Set(found)]
  // Parameters without names are matched by number: the first fills {{1}}, even where {{2}} comes before it.
  return variables.every((name) => /^\d+$/.test(name))
    ? variables.sort((a, b) => Number(a) - Number(b))
    : variables
}

export function fillVariables(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{\s*([a-z0-9_]+)\s*\}\}/g, (whole, key: string) => values[key] ?? whole)
}

export function componentOf<Type extends TemplateComponent['type']>(
  part: TemplatePart,
  type: Type,
): Extract<TemplateComponent, { type: Type }> | null {
  const found = part.components.find((component) => component.type === type)
  return (found as Extract<TemplateComponent, { type: Type }> | undefined) ?? null
}

export function bodyText(part: TemplatePart): string {
  return componentOf(part, 'BODY')?.text ?? ''
}

export function buttonsOf(part: TemplatePart): TemplateButton[] {
  return componentOf(part, 'BUTTONS')?.buttons ?? []
}
