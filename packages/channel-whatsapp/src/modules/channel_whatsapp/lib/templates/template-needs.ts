import {
  buttonsOf,
  cardsOf,
  findComponent,
  headerFormat,
  type Template,
  type TemplateButton,
  type TemplatePart,
} from './component.ts'
import { carriesCode } from './one-time-code.ts'
import { variablesOf } from './template-text.ts'

export const TEMPLATE_NEEDS = [
  'header_media',
  'header_location',
  'header_product',
  'buttons',
  'cards',
  'offer',
  'code',
] as const
export type TemplateNeed = (typeof TEMPLATE_NEEDS)[number]

/** What it takes to send a template, beside the texts of its header and body. */
export function needsOf(template: Template): TemplateNeed[] {
  const header = headerFormat(template)
  const needs: Record<TemplateNeed, boolean> = {
    header_media: ['IMAGE', 'VIDEO', 'DOCUMENT'].includes(header ?? ''),
    header_location: header === 'LOCATION',
    header_product: header === 'PRODUCT',
    buttons: !carriesCode(template) && buttonsOf(template).some(needsValue),
    cards: cardsOf(template).length > 0,
    offer: needsOfferEnd(template),
    code: carriesCode(template),
  }
  return TEMPLATE_NEEDS.filter((need) => needs[need])
}

export const BUTTON_VALUES = ['suffix', 'code', 'products', 'thumbnail'] as const
export type ButtonValue = (typeof BUTTON_VALUES)[number]

/** What of a message's own a button takes; null where it is the same for everybody. */
export function takenBy(button: TemplateButton): ButtonValue | null {
  switch (button.type.toUpperCase()) {
    case 'URL':
      return variablesOf(button.url ?? '').length > 0 ? 'suffix' : null
    case 'COPY_CODE':
      return 'code'
    case 'MPM':
      return 'products'
    case 'CATALOG':
      return 'thumbnail'
    default:
      return null
  }
}

/** Whether a button cannot go out without a value of the message's own. */
export function needsValue(button: TemplateButton): boolean {
  const taken = takenBy(button)
  return taken !== null && taken !== 'thumbnail'
}

export function needsOfferEnd(template: Template): boolean {
  return findComponent(template, 'LIMITED_TIME_OFFER')?.limited_time_offer?.has_expiration === true
}

const HEADERS = new Set(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'PRODUCT'])
const COMPONENTS = new Set([
  'HEADER',
  'BODY',
  'FOOTER',
  'BUTTONS',
  'CAROUSEL',
  'LIMITED_TIME_OFFER',
  'CALL_PERMISSION_REQUEST',
])
const BUTTONS = new Set([
  'QUICK_REPLY',
  'URL',
  'PHONE_NUMBER',
  'COPY_CODE',
  'FLOW',
  'CATALOG',
  'MPM',
  'SPM',
  'VOICE_CALL',
  'OTP',
  'REQUEST_CONTACT_INFO',
])

/** What nobody can send from here; null where there is nothing of the kind. */
export function unsupportedPart(template: Template): string | null {
  return unknownIn(template) ?? cardsOf(template).map(unknownIn).find(Boolean) ?? null
}

function unknownIn(part: TemplatePart): string | null {
  const header = headerFormat(part)
  if (header && !HEADERS.has(header)) return `a header of the kind ${header}`
  const component = part.components.find((one) => !COMPONENTS.has(one.type.toUpperCase()))
  if (component) return `a part of the kind ${component.type}`
  const button = buttonsOf(part).find((one) => !BUTTONS.has(one.type.toUpperCase()))
  return button ? `a button of the kind ${button.type}` : null
}
