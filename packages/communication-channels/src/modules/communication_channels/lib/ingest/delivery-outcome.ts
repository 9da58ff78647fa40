/** What became of a delivery: how many facts of each fate, without a word of their content. */
export interface DeliveryOutcome {
  messages: number
  statuses: number
  /** About the account, its numbers or templates: handed to the adapter. */
  accountEvents: number
  duplicates: number
  foreign: number
  /** Said of a number that is switched off: kept without content, not applied. */
  disabled: number
  /** Applied nowhere: in the journal, counted by field. `hints` says why. */
  ignored: number
  unreadable: boolean
  unreadableReason: string | null
  /** How often each field or kind came that is not understood. */
  fields: Record<string, number>
  hints: Record<string, OutcomeHint>
}

/**
 * not_understood  nobody here knows the field
 * not_kept        read, but the provider's adapter keeps no such rows
 * not_shown       kept as a message of a kind that has no form here
 */
export type OutcomeHint = 'not_understood' | 'not_kept' | 'not_shown'

export function emptyOutcome(): DeliveryOutcome {
  return {
    messages: 0,
    statuses: 0,
    accountEvents: 0,
    duplicates: 0,
    foreign: 0,
    disabled: 0,
    ignored: 0,
    unreadable: false,
    unreadableReason: null,
    fields: {},
    hints: {},
  }
}

export function countField(outcome: DeliveryOutcome, field: string, hint: OutcomeHint): void {
  const count = Object.hasOwn(outcome.fields, field) ? outcome.fields[field]! : 0
  outcome.fields[field] = count + 1
  outcome.hints[field] = hint
}

const COUNTS = [
  'messages',
  'statuses',
  'accountEvents',
  'duplicates',
  'foreign',
  'disabled',
  'ignored',
] as const

/** For one log line a batch. */
export function sumOutcomes(outcomes: Iterable<DeliveryOutcome>): Record<string, number> {
  const sum = {
    deliveries: 0,
    unreadable: 0,
    ...Object.fromEntries(COUNTS.map((name) => [name, 0])),
  } as Record<string, number>
  for (const outcome of outcomes) {
    sum.deliveries!++
    if (outcome.unreadable) sum.unreadable!++
    for (const name of COUNTS) sum[name]! += outcome[name]
  }
  return sum
}

export interface MergedHint {
  field: string
  hint: OutcomeHint
  times: number
}

const MOST_HINTS = 10
/** A name as providers give their fields and kinds. What looks otherwise may be anything, and reaches no log. */
const NAME = /^[a-z][a-z0-9_.:-]{0,99}$/i
const NO_NAME = '(not a name)'

/** What was not understood, kept or shown, for the same line: the most frequent ones first, and few of them. */
export function mergeHints(outcomes: Iterable<DeliveryOutcome>): MergedHint[] {
  const merged = new Map<string, MergedHint>()
  for (const { fields, hints } of outcomes) {
    for (const [said, hint] of Object.entries(hints)) {
      const field = NAME.test(said) ? said : NO_NAME
      const known = merged.get(`${hint} ${field}`)
      const times = (known?.times ?? 0) + (fields[said] ?? 0)
      merged.set(`${hint} ${field}`, { field, hint, times })
    }
  }
  return [...merged.values()].sort((a, b) => b.times - a.times).slice(0, MOST_HINTS)
}
