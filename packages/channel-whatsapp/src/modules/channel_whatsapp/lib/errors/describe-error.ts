import texts from '../../i18n/en.json' with { type: 'json' }
import { findError } from './find-error.ts'
import type { ErrorName } from './known-error.ts'

/** An error in English words. Screens translate by `code`. */
export interface DescribedError {
  code: ErrorName
  /** Meta's own code; null where the failure has none. */
  providerCode: string | null
  message: string
  action: string
  /** Meta's own sentence. It may name a person or a number, so it belongs in no log. */
  detail: string | null
}

/** @param details what Meta added to its code, if anything */
export function describeError(code: number, details: string | null): DescribedError {
  return inWords(findError(code).error, String(code), details)
}

export function inWords(
  error: ErrorName,
  providerCode: string | null,
  detail: string | null,
): DescribedError {
  return {
    code: error,
    providerCode,
    message: texts[`channel_whatsapp.problem.${error}.reason`],
    action: texts[`channel_whatsapp.problem.${error}.action`],
    detail,
  }
}
