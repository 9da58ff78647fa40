import { ACCOUNT_ERRORS } from './account-errors.ts'
import { CALL_ERRORS, GROUP_ERRORS } from './group-and-call-errors.ts'
import type { KnownError } from './known-error.ts'
import { SEND_ERRORS } from './send-errors.ts'
import { TEMPLATE_ERRORS } from './template-errors.ts'

/**
 * Every code of Meta's error reference (state of November 2026), each exactly once.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
export const ERROR_TABLE: readonly KnownError[] = [
  ...SEND_ERRORS,
  ...TEMPLATE_ERRORS,
  ...ACCOUNT_ERRORS,
  ...GROUP_ERRORS,
  ...CALL_ERRORS,
]

export function codesOf({ codes }: KnownError): number[] {
  return codes.flatMap((code) =>
    typeof code === 'number'
      ? [code]
      : Array.from({ length: code.to - code.from + 1 }, (_, offset) => code.from + offset),
  )
}
