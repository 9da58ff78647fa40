import { type DefinedButton, type DefinedComponent, partOf } from './component-schemas.ts'
import { refuseIf, refuseLonger } from './refuse.ts'

const LONGEST_LABEL = 25
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates */
const EXPIRES = { least: 1, most: 90 } as const
const MOST_APPS = 5

/** A code's texts are WhatsApp's own; the business says what goes with them, and what the button does. */
export function checkAuthentication(components: DefinedComponent[]): void {
  for (const { type } of components) {
    const isHeader = type === 'HEADER'
    const isRight = type === 'BODY' || type === 'FOOTER' || type === 'BUTTONS'
    refuseIf(!isRight, isHeader ? 'header' : 'format', `A code comes without a component of type ${type}.`)
  }
  const { text, example } = partOf(components, 'BODY')!
  refuseIf(text !== undefined || example !== undefined, 'body', 'The text of a code is written by WhatsApp.')
  const footer = partOf(components, 'FOOTER')
  if (footer) {
    const { code_expiration_minutes: minutes = EXPIRES.least } = footer
    refuseIf(footer.text !== undefined, 'footer', 'The footer of a code is written by WhatsApp.')
    const isRight = minutes >= EXPIRES.least && minutes <= EXPIRES.most
    refuseIf(!isRight, 'footer', `A code expires after ${EXPIRES.least} to ${EXPIRES.most} minutes.`)
  }
  const [button, ...more] = partOf(components, 'BUTTONS')?.buttons ?? []
  refuseIf(button?.type !== 'OTP' || more.length > 0, 'format', 'A code has one button, of type OTP.')
  checkCodeButton(button as Extract<DefinedButton, { type: 'OTP' }>)
}

function checkCodeButton(button: Extract<DefinedButton, { type: 'OTP' }>): void {
  refuseLonger(button.text, LONGEST_LABEL, 'The text of a button')
  refuseLonger(button.autofill_text, LONGEST_LABEL, 'The text of a button')
  const apps = appsOf(button)
  const needsApp = button.otp_type !== 'COPY_CODE'
  refuseIf(needsApp && apps.length === 0, 'format', 'The app that takes the code has to be named.')
  refuseIf(apps.length > MOST_APPS, 'format', `At most ${MOST_APPS} apps can take a code.`)
  refuseIf(
    (button.package_name === undefined) !== (button.signature_hash === undefined),
    'format',
    'An app is named by its package_name and its signature_hash.',
  )
  refuseIf(
    button.otp_type === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true,
    'format',
    'The terms of zero-tap have to be accepted.',
  )
}

/** In the older form the one app stands in the button itself. */
export function appsOf(button: Extract<DefinedButton, { type: 'OTP' }>) {
  const { supported_apps: apps = [], package_name, signature_hash } = button
  return package_name && signature_hash ? [{ package_name, signature_hash }, ...apps] : apps
}
