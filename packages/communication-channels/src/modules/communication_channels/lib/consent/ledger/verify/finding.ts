import { z } from 'zod'
import type { StoredEntry } from '../read-entries.ts'
import type { Run } from './runs.ts'

/**
 * changed        an entry is not what was recorded
 * removed        an entry is gone from between others
 * inserted       an entry was never recorded by the ledger
 * reordered      an entry stands where another one belongs
 * cut_off        an entry is gone from the end
 * head           where the ledger ends, or once ended, was rewritten or not said any more
 * words_changed  the text or the evidence kept with an entry is not what was recorded
 * words_missing  they are gone, and it was not us who erased them
 */
export const FINDING_KINDS = [
  'changed',
  'removed',
  'inserted',
  'reordered',
  'cut_off',
  'head',
  'words_changed',
  'words_missing',
] as const

/** What is wrong with the ledger at one place. */
export interface Finding {
  kind: (typeof FINDING_KINDS)[number]
  /** The number of the entry; of several that are gone, the first. */
  seq: number | null
  /** The entry, where it is still there. */
  stored: StoredEntry | null
  sentence: string
}

export const findingView = z.object({
  kind: z.enum(FINDING_KINDS),
  seq: z.number().int().nullable(),
  eventId: z.uuid().nullable(),
  occurredAt: z.string().nullable(),
  contactId: z.uuid().nullable(),
  sentence: z.string(),
})
export type FindingView = z.infer<typeof findingView>

function about(kind: Finding['kind'], say: (seq: number) => string) {
  return (stored: StoredEntry): Finding => {
    const { seq } = stored.entry
    return { kind, seq, stored, sentence: say(seq) }
  }
}

export const changed = about('changed', (seq) => `Entry ${seq} is not what was recorded: it was changed.`)
export const inserted = about('inserted', (seq) => `Entry ${seq} was never recorded: it was put in.`)
export const wordsChanged = about(
  'words_changed',
  (seq) => `The text or the evidence kept with entry ${seq} is not what was recorded.`,
)
export const wordsMissing = about(
  'words_missing',
  (seq) => `The text and the evidence of entry ${seq} are gone, and this installation did not erase them.`,
)

export function reordered(stored: StoredEntry, place: number): Finding {
  const { seq } = stored.entry
  const sentence = `Entry ${seq} was recorded as entry ${place}: it was moved.`
  return { kind: 'reordered', seq, stored, sentence }
}

/** A few are named one by one. */
const FEW = 10

export function gone(kind: 'removed' | 'cut_off', { first, last }: Run): Finding[] {
  const from = kind === 'removed' ? '' : ' from the end'
  const count = last - first + 1
  if (count > FEW) {
    const sentence = `Entries ${first} to ${last} are gone${from}: ${count} of them.`
    return [{ kind, seq: first, stored: null, sentence }]
  }
  return Array.from({ length: count }, (_, nth) => {
    const seq = first + nth
    return { kind, seq, stored: null, sentence: `Entry ${seq} is gone${from}.` }
  })
}

export function headForged(seq: number): Finding {
  const sentence = `That the ledger ends with entry ${seq} was not written by this installation: its seal does not fit.`
  return { kind: 'head', seq, stored: null, sentence }
}

export function headBroken(seq: number): Finding {
  const sentence = `When the ledger ended with entry ${seq}, its end was rewritten or taken away: nothing vouches for what it was until then.`
  return { kind: 'head', seq, stored: null, sentence }
}

export function headMissing(): Finding {
  const sentence = 'Where the ledger ends is not recorded any more.'
  return { kind: 'head', seq: null, stored: null, sentence }
}
