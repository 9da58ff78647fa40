import type { Template } from '../../../accounts/template.ts'
import type { DefinedBody, DefinedFooter, DefinedHeader } from './component-schemas.ts'
import { checkExamples } from './examples.ts'
import { refuseIf, refuseLonger } from './refuse.ts'
import { checkEdges, checkVariables, checkWordCount, variablesIn } from './variables.ts'

type Format = Template['parameter_format']

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
export const LENGTHS = { header: 60, body: 1024, offerBody: 600, cardBody: 160, footer: 60 } as const

/** Without line breaks, emoji and the signs that make text bold, slanted or struck out. */
export function isPlain(text: string, signs = /[*]/): boolean {
  return !/[\n\r]|\p{Extended_Pictographic}/u.test(text) && !signs.test(text)
}

export function checkHeader({ format: kind, text, example }: DefinedHeader, format: Format): void {
  if (kind !== 'TEXT') {
    refuseIf(text !== undefined, 'header', `A header of format ${kind} has no text.`)
    return
  }
  refuseIf(!text?.trim(), 'header', 'A header of format TEXT needs a text.')
  refuseLonger(text, LENGTHS.header, 'A header')
  refuseIf(!isPlain(text!), 'header', 'A header has no line breaks, emoji or asterisks.')
  checkVariables(text!, format, 'header', 'The header')
  refuseIf(variablesIn(text!).length > 1, 'header', 'A header has one variable at most.')
  const { header_text: positional, header_text_named_params: named } = example ?? {}
  checkExamples(text!, format, { positional, named }, 'header', 'The header')
}

export function checkBody(body: DefinedBody, format: Format, limit: number): void {
  const { text, example, add_security_recommendation: recommendation } = body
  refuseIf(recommendation !== undefined, 'body', 'Only codes come with a security recommendation.')
  refuseIf(!text?.trim(), 'body', 'The body needs a text.')
  refuseLonger(text, limit, 'The body')
  const isSpaced = /\n{3,}|\t| {5,}/.test(text!)
  refuseIf(isSpaced, 'body', 'The body has no tabs, and at most two line breaks or four spaces in a row.')
  checkVariables(text!, format, 'body', 'The body')
  checkEdges(text!)
  checkWordCount(text!)
  const { body_text: positional, body_text_named_params: named } = example ?? {}
  checkExamples(text!, format, { positional, named }, 'body', 'The body')
}

export function checkFooter({ text, code_expiration_minutes: minutes }: DefinedFooter): void {
  refuseIf(minutes !== undefined, 'footer', 'Only codes expire.')
  refuseIf(!text?.trim(), 'footer', 'A footer needs a text.')
  refuseLonger(text, LENGTHS.footer, 'A footer')
  refuseIf(/\{\{|\}\}/.test(text!), 'footer', 'A footer has no variables.')
}
