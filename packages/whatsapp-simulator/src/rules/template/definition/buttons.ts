import type { DefinedButton } from './component-schemas.ts'
import { refuseIf, refuseLonger } from './refuse.ts'
import { isPlain } from './texts.ts'
import { variablesIn } from './variables.ts'

type Type = DefinedButton['type']

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#buttons */
const MOST_BUTTONS = 10
const MOST_OF: Partial<Record<Type, number>> = { QUICK_REPLY: 10, URL: 2 }
const LENGTHS = { label: 25, url: 2000, phone: 20, code: 15 } as const
/** A call button works for at most 30 days. */
const MOST_CALL_MINUTES = 30 * 24 * 60

export function checkButtons(buttons: DefinedButton[]): void {
  refuseIf(buttons.length > MOST_BUTTONS, 'format', `A template has at most ${MOST_BUTTONS} buttons.`)
  const types = buttons.map(({ type }) => type)
  for (const type of new Set(types)) {
    const most = MOST_OF[type] ?? 1
    const count = types.filter((one) => one === type).length
    refuseIf(count > most, 'format', `A template has at most ${most} of the buttons of type ${type}.`)
  }
  const changes = types.filter((type, at) => at > 0 && isReply(type) !== isReply(types[at - 1]!)).length
  refuseIf(changes > 1, 'format', 'Quick replies stand together, before or after all other buttons.')
  const labels = buttons.flatMap(({ text }) => text ?? [])
  refuseIf(new Set(labels).size < labels.length, 'format', 'Two buttons cannot have the same text.')
  for (const button of buttons) checkButton(button)
}

function isReply(type: Type): boolean {
  return type === 'QUICK_REPLY'
}

function checkButton(button: DefinedButton): void {
  const { text } = button
  refuseLonger(text, LENGTHS.label, 'The text of a button')
  refuseIf(variablesIn(text ?? '').length > 0, 'format', 'The text of a button has no variables.')
  const isLabel = isPlain(text ?? '', /[*_~]/)
  refuseIf(!isLabel, 'format', 'The text of a button has no line breaks, emoji or formatting.')
  if (button.type === 'URL') checkLink(button)
  if (button.type === 'PHONE_NUMBER') checkPhone(button.phone_number)
  if (button.type === 'COPY_CODE') checkCode(button.example)
  if (button.type === 'FLOW') checkFlow(button)
  if (button.type === 'VOICE_CALL') checkCallMinutes(button.ttl_minutes ?? 1)
}

function checkPhone(phone: string): void {
  refuseLonger(phone, LENGTHS.phone, 'A phone number')
  const isPhone = /^\+?[\d\s()-]{3,}$/.test(phone)
  refuseIf(!isPhone, 'format', 'A phone number is written with its country code, as +48601234567.')
}

function checkCode(example: string): void {
  refuseIf(example.trim() === '', 'format', 'An offer code needs an example.')
  refuseLonger(example, LENGTHS.code, 'An offer code')
}

function checkCallMinutes(minutes: number): void {
  const isRight = minutes >= 1 && minutes <= MOST_CALL_MINUTES
  refuseIf(!isRight, 'format', `A call button works for 1 to ${MOST_CALL_MINUTES} minutes.`)
}

function checkLink({ url, example }: Extract<DefinedButton, { type: 'URL' }>): void {
  refuseLonger(url, LENGTHS.url, 'A link')
  const variables = variablesIn(url)
  const bare = url.replace(/\{\{[^{}]*\}\}$/, '')
  refuseIf(/\{\{|\}\}/.test(bare), 'format', 'A link has one variable, at its end.')
  const isAddress = URL.canParse(bare) && /^https?:$/.test(new URL(bare).protocol)
  refuseIf(!isAddress, 'format', 'A link begins with https:// or http://.')
  const isHere = /(^|\.)(wa\.me|whatsapp\.com)$/.test(new URL(bare).hostname)
  refuseIf(isHere, 'format', 'A button cannot lead to WhatsApp itself.')
  if (variables.length === 0) return
  refuseIf(!/^([1-9]|[a-z_][a-z0-9_]*)$/.test(variables[0]!), 'format', 'The variable of a link is {{1}}.')
  refuseIf(!example?.trim(), 'format', 'A link with a variable needs an example.')
}

function checkFlow(button: Extract<DefinedButton, { type: 'FLOW' }>): void {
  const { flow_id, flow_name, flow_json } = button
  const named = [flow_id, flow_name, flow_json].filter((flow) => flow !== undefined)
  refuseIf(
    named.length !== 1,
    'format',
    'A flow is named by flow_id, flow_name or flow_json, by one of them.',
  )
  refuseIf(flow_id !== undefined && !/^\d{1,20}$/.test(flow_id), 'format', 'There is no flow with this id.')
  if (flow_json === undefined) return
  refuseIf(!isJsonObject(flow_json), 'format', 'The flow_json is no JSON of a flow.')
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
