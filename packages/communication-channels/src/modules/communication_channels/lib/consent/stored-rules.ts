import { isDeepStrictEqual } from 'node:util'
import { type ConsentRules, STANDARD_RULES } from './consent-rules.ts'

/** What an organisation decided otherwise than the standard. Whoever never touched a list gets the words added to it later. */
export type StoredRules = Partial<ConsentRules>

export function rulesOf(stored: StoredRules | null): ConsentRules {
  return { ...STANDARD_RULES, ...stored }
}

/** Null where nothing differs. */
export function toStored(rules: ConsentRules): StoredRules | null {
  const standard: Record<string, unknown> = STANDARD_RULES
  const decided = Object.entries(rules).filter(([key, value]) => !isDeepStrictEqual(value, standard[key]))
  return decided.length > 0 ? Object.fromEntries(decided) : null
}
