import { codesOf, ERROR_TABLE } from './error-table.ts'
import { type KnownError, WHEN_FIXED } from './known-error.ts'

const UNLISTED: KnownError = { codes: [], error: 'refused_by_meta', retry: WHEN_FIXED }

const BY_CODE = new Map(ERROR_TABLE.flatMap((known) => codesOf(known).map((code) => [code, known] as const)))

/** What a code of Meta's means to us. A code nobody knows is a refusal that a person has to look at. */
export function findError(code: number): KnownError {
  return BY_CODE.get(code) ?? UNLISTED
}
