import { createHash } from 'node:crypto'
import type { CardComponent, TemplateButton, TemplateComponent } from '../../accounts/template.ts'
import { codeBody, codeTexts } from './code-texts.ts'
import { appsOf } from './definition/authentication.ts'
import {
  type DefinedButton,
  type DefinedCardComponent,
  type DefinedComponent,
  partOf,
} from './definition/component-schemas.ts'

const EXAMPLE_CODE = '123456'

/** A template that was sent in as Graph lists it: with what Meta adds to it. */
export function listedComponents(components: DefinedComponent[], language: string): TemplateComponent[] {
  const minutes = partOf(components, 'FOOTER')?.code_expiration_minutes
  return components.map((component): TemplateComponent => {
    switch (component.type) {
      case 'FOOTER':
        return minutes === undefined
          ? { type: 'FOOTER', text: component.text ?? '' }
          : { ...component, type: 'FOOTER', text: codeTexts(language).expires(minutes) }
      case 'CAROUSEL': {
        const cards = component.cards.map((card) => ({
          components: card.components.map((part) => listedPart(part, language, minutes)),
        }))
        return { type: 'CAROUSEL', cards }
      }
      case 'LIMITED_TIME_OFFER':
      case 'CALL_PERMISSION_REQUEST':
        return component
      default:
        return listedPart(component, language, minutes)
    }
  })
}

function listedPart(
  component: DefinedCardComponent,
  language: string,
  minutes: number | undefined,
): CardComponent {
  if (component.type === 'BUTTONS') {
    const buttons = component.buttons.map((button) => listedButton(button, language, minutes))
    return { type: 'BUTTONS', buttons }
  }
  if (component.type === 'HEADER') return listedHeader(component)
  const { text, example, add_security_recommendation: recommends } = component
  if (text === undefined) {
    return {
      type: 'BODY',
      text: codeBody(codeTexts(language), recommends === true),
      ...(recommends === undefined ? {} : { add_security_recommendation: recommends }),
      example: { body_text: [[EXAMPLE_CODE]] },
    }
  }
  const { body_text: texts, body_text_named_params: named } = example ?? {}
  const examples = named?.length ? { body_text_named_params: named } : texts?.length && { body_text: [texts] }
  return { type: 'BODY', text, ...(examples ? { example: examples } : {}) }
}

function listedHeader({
  format,
  text,
  example,
}: Extract<DefinedCardComponent, { type: 'HEADER' }>): CardComponent {
  const examples = example && Object.keys(example).length > 0 ? { example } : {}
  return format === 'TEXT'
    ? { type: 'HEADER', format, text: text ?? '', ...examples }
    : { type: 'HEADER', format, ...examples }
}

/** The text of a button that has one of Meta's own. */
const OWN_TEXTS = {
  COPY_CODE: 'Copy offer code',
  REQUEST_CONTACT_INFO: 'Share contact info',
} as const

function listedButton(button: DefinedButton, language: string, minutes: number | undefined): TemplateButton {
  switch (button.type) {
    case 'URL': {
      const { example, ...rest } = button
      return { ...rest, ...(example === undefined ? {} : { example: [example] }) }
    }
    case 'COPY_CODE':
      return { type: 'COPY_CODE', text: button.text ?? OWN_TEXTS.COPY_CODE, example: [button.example] }
    case 'FLOW': {
      const { flow_id, flow_name, flow_json, ...rest } = button
      return { ...rest, flow_id: Number(flow_id ?? flowIdOf(flow_name ?? flow_json!)) }
    }
    case 'OTP':
      return codeButton(button, language, minutes)
    case 'REQUEST_CONTACT_INFO':
      return { ...button, text: button.text ?? OWN_TEXTS.REQUEST_CONTACT_INFO }
    default:
      return button
  }
}

/** Meta makes a flow from its JSON, and knows one by its name; here both always come to the same id. */
function flowIdOf(nameOrJson: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(nameOrJson).digest('hex').slice(0, 11)}`)
  return `5${String(digits % 10n ** 13n).padStart(14, '0')}`
}

/** WhatsApp lists the button of a code as a link with the code at its end. */
function codeButton(
  button: Extract<DefinedButton, { type: 'OTP' }>,
  language: string,
  minutes: number | undefined,
): TemplateButton {
  const { copy, autofill } = codeTexts(language)
  const query = new URLSearchParams({ otp_type: button.otp_type })
  const [app] = appsOf(button)
  if (button.otp_type !== 'COPY_CODE' && app) {
    query.set('cta_display_name', button.autofill_text ?? autofill)
    query.set('package_name', app.package_name)
    query.set('signature_hash', app.signature_hash)
  }
  if (minutes !== undefined) query.set('code_expiration_minutes', String(minutes))
  const start = `https://www.whatsapp.com/otp/code/?${query}&code=otp`
  return {
    type: 'URL',
    text: button.text ?? copy,
    url: `${start}{{1}}`,
    example: [`${start}${EXAMPLE_CODE}`],
  }
}
