import { accountErrors } from './errors-of-accounts.ts'
import { sendErrors } from './errors-of-sends.ts'
import type { KnownError } from './known-error.ts'

/** Codes that Meta documents as a range, without a word on each. */
const ranges: { from: number; to: number; error: KnownError }[] = [
  { from: 200, to: 299, error: { title: 'A permission for this call is missing', http: 403 } },
  { from: 138000, to: 138018, error: { title: 'The call could not be made' } },
  { from: 2494164, to: 2494179, error: { title: 'The sign-up could not be finished' } },
]

const undocumented: KnownError = { title: 'An unknown error has occurred' }

/** The words and the status of a code, whether the simulator comes upon it itself or is asked to answer it. */
export function knownError(code: number): KnownError {
  return (
    sendErrors[code] ??
    accountErrors[code] ??
    ranges.find(({ from, to }) => code >= from && code <= to)?.error ??
    undocumented
  )
}
