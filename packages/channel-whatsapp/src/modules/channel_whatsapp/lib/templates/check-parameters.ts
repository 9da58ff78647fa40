import type {
  TemplateParameters,
  TemplateValue,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import { lengthOf } from '../content/limits.ts'
import { checkButtons } from './check-buttons.ts'
import { cardsOf, findComponent, headerFormat, type Template, type TemplatePart } from './component.ts'
import { FieldErrors } from './field-errors.ts'
import { ONE_TIME_CODE_MAX } from './lint/limits.ts'
import { CODE_KEY, carriesCode } from './one-time-code.ts'
import { needsOfferEnd } from './template-needs.ts'
import { fillIn, readable, variablesOf } from './template-text.ts'

type Parts = Pick<TemplateParameters, 'header' | 'body' | 'headerObject' | 'buttons'>

const ROOT = 'content.parameters'

/** What Meta would answer 132000, 132005, 132012 or 132018 to; empty where everything fits. */
export function checkParameters(parameters: TemplateParameters, template: Template): FieldErrors {
  const errors = new FieldErrors()
  const hasOffer = findComponent(template, 'LIMITED_TIME_OFFER') !== undefined
  checkTexts(errors, ROOT, parameters, template, hasOffer ? 600 : 1024)
  checkHeader(errors, ROOT, parameters, template)
  if (carriesCode(template)) checkCode(errors, parameters)
  else checkButtons(errors, `${ROOT}.buttons`, parameters.buttons ?? [], template)
  checkOffer(errors, parameters, template)
  checkCards(errors, parameters, template)
  return errors
}

/** @param maxBody how long the body may be with its values in it */
function checkTexts(
  errors: FieldErrors,
  path: string,
  parts: Parts,
  part: TemplatePart,
  maxBody: number,
): void {
  const texts = [
    { name: 'header', text: findComponent(part, 'HEADER')?.text ?? '', values: parts.header, max: 60 },
    { name: 'body', text: findComponent(part, 'BODY')?.text ?? '', values: parts.body, max: maxBody },
  ]
  for (const { name, text, values = {}, max } of texts) {
    checkValues(errors, `${path}.${name}`, values, variablesOf(text))
    if (lengthOf(fillIn(text, values)) > max) {
      errors.add(`${path}.${name}`, `With its values in it, the ${name} may have ${max} characters at most.`)
    }
  }
}

function checkValues(
  errors: FieldErrors,
  path: string,
  values: Record<string, TemplateValue>,
  expected: string[],
): void {
  for (const key of expected) {
    if (!Object.hasOwn(values, key)) errors.add(`${path}.${key}`, `A value for {{${key}}} is missing.`)
  }
  for (const [key, value] of Object.entries(values)) {
    if (!expected.includes(key)) errors.add(`${path}.${key}`, `The template has no {{${key}}}.`)
    else if (/[\n\r\t]| {5}/.test(readable(value))) {
      errors.add(`${path}.${key}`, 'A value has no line breaks, no tabs, and four spaces in a row at most.')
    }
  }
}

function checkHeader(errors: FieldErrors, path: string, parts: Parts, part: TemplatePart): void {
  const format = headerFormat(part)
  const expected = format === 'TEXT' ? null : format
  const given = parts.headerObject?.type.toUpperCase() ?? null
  checkPlace(errors, `${path}.headerObject`, parts.headerObject)
  if (given === expected) return
  errors.add(
    `${path}.headerObject`,
    expected
      ? `The header needs something of the kind ${expected.toLowerCase()}.`
      : 'The header takes no picture, file, place or product.',
  )
}

/** In a template, unlike in a message of its own, a place has a name and an address. */
function checkPlace(errors: FieldErrors, path: string, place: Parts['headerObject']): void {
  if (place?.type !== 'location') return
  if (!place.name) errors.add(`${path}.name`, 'The place needs a name.')
  if (!place.address) errors.add(`${path}.address`, 'The place needs an address.')
}

function checkCode(errors: FieldErrors, { body, buttons }: TemplateParameters): void {
  const code = body?.[CODE_KEY]
  if (code !== undefined && typeof code !== 'string') {
    errors.add(`${ROOT}.body.${CODE_KEY}`, 'A one-time code is text.')
  } else if (code !== undefined && lengthOf(code) > ONE_TIME_CODE_MAX) {
    errors.add(
      `${ROOT}.body.${CODE_KEY}`,
      `A one-time code may have ${ONE_TIME_CODE_MAX} characters at most.`,
    )
  }
  if (buttons?.length) errors.add(`${ROOT}.buttons`, 'The code is put on the button by itself.')
}

function checkOffer(errors: FieldErrors, { offerExpiresAt }: TemplateParameters, template: Template): void {
  const path = `${ROOT}.offerExpiresAt`
  if (needsOfferEnd(template) && !offerExpiresAt) errors.add(path, 'Say when the offer ends.')
  if (!needsOfferEnd(template) && offerExpiresAt) errors.add(path, 'The template has no offer that ends.')
}

function checkCards(errors: FieldErrors, { cards = [] }: TemplateParameters, template: Template): void {
  const expected = cardsOf(template)
  if (cards.length !== expected.length) {
    errors.add(`${ROOT}.cards`, `The template has ${expected.length} cards, and these are ${cards.length}.`)
    return
  }
  expected.forEach((part, index) => {
    const path = `${ROOT}.cards.${index}`
    const card = cards[index]!
    checkTexts(errors, path, card, part, 160)
    checkHeader(errors, path, card, part)
    checkButtons(errors, `${path}.buttons`, card.buttons ?? [], part)
  })
}
