import type { DefinitionButton } from '../../../lib/templates/definition/definition.ts'
import { buttonsOf, changeButton } from './buttons.ts'
import { type Parts, partOf, withoutPart, withPart } from './parts.ts'

export const OTP_TYPES = ['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'] as const
type OtpType = (typeof OTP_TYPES)[number]
export type AppHash = { package_name: string; signature_hash: string }
type OtpButton = Extract<DefinitionButton, { type: 'OTP' }>

/** Meta writes the words of a code; these few things are to be chosen. */
interface CodeChoices {
  hasSecurityLine: boolean
  expiryMinutes: number | null
  otpType: OtpType
  text: string
  autofillText: string
  apps: AppHash[]
  acceptsZeroTapTerms: boolean
}

const otpOf = (parts: Parts): OtpButton | undefined =>
  buttonsOf(parts).find((button): button is OtpButton => button.type === 'OTP')

export function codeChoices(parts: Parts): CodeChoices {
  const otp = otpOf(parts)
  const old = otp?.package_name
    ? [{ package_name: otp.package_name, signature_hash: otp.signature_hash ?? '' }]
    : []
  return {
    hasSecurityLine: partOf(parts, 'BODY')?.add_security_recommendation === true,
    expiryMinutes: partOf(parts, 'FOOTER')?.code_expiration_minutes ?? null,
    otpType: (otp?.otp_type ?? 'COPY_CODE') as OtpType,
    text: otp?.text ?? '',
    autofillText: otp?.autofill_text ?? '',
    apps: otp?.supported_apps ?? old,
    acceptsZeroTapTerms: otp?.zero_tap_terms_accepted === true,
  }
}

export function setSecurityLine(parts: Parts, isOn: boolean): Parts {
  return withPart(parts, { type: 'BODY', add_security_recommendation: isOn })
}

export function setExpiry(parts: Parts, minutes: number | null): Parts {
  if (minutes === null) return withoutPart(parts, 'FOOTER')
  return withPart(parts, { type: 'FOOTER', code_expiration_minutes: minutes })
}

/** Apps are named where a phone hands the code to one; a code to copy knows none. */
export function setOtpType(parts: Parts, otpType: OtpType): Parts {
  const { apps } = codeChoices(parts)
  if (otpType === 'COPY_CODE') {
    return changeOtp(parts, {
      otp_type: otpType,
      supported_apps: undefined,
      autofill_text: undefined,
      zero_tap_terms_accepted: undefined,
    })
  }
  return changeOtp(parts, {
    otp_type: otpType,
    supported_apps: apps.length > 0 ? apps : [{ package_name: '', signature_hash: '' }],
    zero_tap_terms_accepted: otpType === 'ZERO_TAP' ? codeChoices(parts).acceptsZeroTapTerms : undefined,
  })
}

export function setOtpText(parts: Parts, field: 'text' | 'autofill_text', text: string): Parts {
  return changeOtp(parts, { [field]: text || undefined })
}

export function acceptZeroTapTerms(parts: Parts, isAccepted: boolean): Parts {
  return changeOtp(parts, { zero_tap_terms_accepted: isAccepted })
}

/** Also moves an app out of the fields in which Meta had it formerly. */
export function setApps(parts: Parts, apps: AppHash[]): Parts {
  return changeOtp(parts, { supported_apps: apps })
}

function changeOtp(parts: Parts, change: Record<string, unknown>): Parts {
  const at = buttonsOf(parts).findIndex(({ type }) => type === 'OTP')
  const former = 'supported_apps' in change ? { package_name: undefined, signature_hash: undefined } : {}
  return changeButton(parts, at, { ...change, ...former })
}
