import type { ConsentSource } from './consent.ts'

/** Where a person, or their list, gives the time: often by the day alone. What a machine saw has an hour. */
const GIVEN_BY_HAND: ReadonlySet<string> = new Set<ConsentSource>(['form', 'checkout', 'staff', 'import'])

/** Of a day that was given without an hour: at another clock, midnight in UTC would be the day before. */
export function isWholeDay(iso: string, source: string | undefined): boolean {
  return source !== undefined && GIVEN_BY_HAND.has(source) && /T00:00:00(\.0+)?Z$/.test(iso)
}
