import type { DefinitionButton } from '../../definition/definition.ts'
import { type Finding, refused } from '../finding.ts'
import { CODE_EXPIRY_MINUTES } from '../limits.ts'
import { mend, removal } from '../mend.ts'
import type { LintSubject, Part } from '../subject.ts'

type OtpButton = Extract<DefinitionButton, { type: 'OTP' }>

/** Meta writes an authentication template itself, and its parts stand in no other. */
export function* lintAuthentication({ definition, top, carouselPath }: LintSubject): Generator<Finding> {
  yield* lintExpiry(top)
  if (definition.category !== 'AUTHENTICATION') {
    yield* lintForeignParts(top)
    return
  }
  const { header, offer } = top
  if (header) yield refused('auth_part', header.path, {}, removal('remove_part', top.path, header.index))
  if (offer) yield refused('auth_part', offer.path, {}, removal('remove_part', top.path, offer.index))
  if (carouselPath) yield refused('auth_part', carouselPath)
  const call = definition.components.findIndex(({ type }) => type === 'CALL_PERMISSION_REQUEST')
  if (call !== -1)
    yield refused('auth_part', `components.${call}`, {}, removal('remove_part', 'components', call))
  for (const placed of [top.body, top.footer]) {
    if (placed?.component.text)
      yield refused('auth_text', `${placed.path}.text`, {}, withoutText(placed.path))
  }
  yield* lintCodeButton(top)
}

const withoutText = (path: string) =>
  mend<{ text?: string; example?: unknown }>('remove_text', path, ({ text: _, example: __, ...rest }) => rest)

function* lintExpiry({ footer }: Part): Generator<Finding> {
  const minutes = footer?.component.code_expiration_minutes
  const { min, max } = CODE_EXPIRY_MINUTES
  if (minutes !== undefined && (minutes < min || minutes > max))
    yield refused('auth_code_expiry', `${footer!.path}.code_expiration_minutes`, { min, max })
}

function* lintCodeButton({ path, buttons }: Part): Generator<Finding> {
  const list = buttons?.component.buttons ?? []
  const at = buttons ? `${buttons.path}.buttons` : path
  if (list.length !== 1 || list[0]!.type !== 'OTP') yield refused('auth_button', at)
  for (const [index, button] of list.entries()) {
    if (button.type === 'OTP') yield* lintApp(button, `${at}.${index}`)
  }
}

/** An app that fills the code in must be named by its package and the hash of its signature. */
function* lintApp(button: OtpButton, at: string): Generator<Finding> {
  if (button.otp_type === 'COPY_CODE') return
  const { supported_apps = [], package_name, signature_hash } = button
  const apps =
    package_name || signature_hash ? [...supported_apps, { package_name, signature_hash }] : supported_apps
  if (apps.length === 0 || apps.some((app) => !app.package_name?.trim() || !app.signature_hash?.trim()))
    yield refused('auth_app_missing', `${at}.supported_apps`)
  if (button.otp_type === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true)
    yield refused('auth_terms', `${at}.zero_tap_terms_accepted`)
}

function* lintForeignParts({ body, footer, buttons }: Part): Generator<Finding> {
  if (body?.component.add_security_recommendation !== undefined)
    yield refused('auth_only', `${body.path}.add_security_recommendation`)
  if (footer?.component.code_expiration_minutes !== undefined)
    yield refused('auth_only', `${footer.path}.code_expiration_minutes`)
  for (const [index, { type }] of buttons?.component.buttons.entries() ?? []) {
    if (type === 'OTP') yield refused('auth_only', `${buttons!.path}.buttons.${index}`)
  }
}
