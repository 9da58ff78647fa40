import type { DefinitionButton } from '../../../lib/templates/definition/definition.ts'
import { BUTTONS_MAX } from '../../../lib/templates/lint/limits.ts'
import { MOST } from '../../../lib/templates/lint/rules/buttons.ts'

export type ButtonKind = DefinitionButton['type']

/** As the menu offers them. OTP is no choice: it comes with authentication. */
export const OFFERED_KINDS = [
  'QUICK_REPLY',
  'URL',
  'PHONE_NUMBER',
  'COPY_CODE',
  'FLOW',
  'CATALOG',
  'MPM',
  'SPM',
  'VOICE_CALL',
  'ORDER_DETAILS',
  'REQUEST_CONTACT_INFO',
] as const satisfies ButtonKind[]

export function countOf(buttons: readonly DefinitionButton[], kind: ButtonKind): number {
  return buttons.filter(({ type }) => type === kind).length
}

type RoomForButton = 'yes' | 'enough_of_kind' | 'enough'

export function roomFor(buttons: readonly DefinitionButton[], kind: ButtonKind): RoomForButton {
  if (buttons.length >= BUTTONS_MAX) return 'enough'
  return countOf(buttons, kind) >= MOST[kind] ? 'enough_of_kind' : 'yes'
}

/** Meta writes the words of these itself. */
export const hasOwnText = (kind: ButtonKind) => kind !== 'COPY_CODE' && kind !== 'REQUEST_CONTACT_INFO'

export function newButton(kind: ButtonKind, text: string): DefinitionButton {
  return {
    ...blanks[kind],
    type: kind,
    ...(hasOwnText(kind) && (text || kind !== 'OTP') ? { text } : {}),
  } as DefinitionButton
}

const blanks: Partial<Record<ButtonKind, object>> = {
  URL: { url: '' },
  PHONE_NUMBER: { phone_number: '' },
  COPY_CODE: { example: '' },
  FLOW: { flow_id: '', flow_action: 'navigate' },
  OTP: { otp_type: 'COPY_CODE' },
}
