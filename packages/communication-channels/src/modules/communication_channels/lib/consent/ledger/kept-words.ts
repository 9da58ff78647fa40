import { sql } from '../../db.ts'
import { isoTime } from './entry-times.ts'
import { type Erasure, sealOfErasure } from './seals.ts'

/** What is kept beside an entry, as `KEPT_WORDS` reads it from `cc_consent_words w`. */
export interface KeptWords extends Omit<Erasure, 'eventId' | 'erasedAt'> {
  salt: string | null
  words: string | null
  erasedAt: string | null
  eraseSeal: string | null
}

export const KEPT_WORDS = sql`
  w.salt, w.words, ${isoTime('w.erased_at')} as "erasedAt", w.erased_by as "erasedBy",
  w.erase_reason as "eraseReason", w.erase_seal as "eraseSeal"`

/** Null where there is nothing at all: not even that we erased the words. */
export type WordsState = { salt: string; sealed: string } | 'erased' | null

export function wordsState(tenantId: string, eventId: string, kept: KeptWords): WordsState {
  const { salt, words, erasedAt, erasedBy, eraseReason, eraseSeal } = kept
  if (salt !== null && words !== null) return { salt, sealed: words }
  if (erasedAt === null) return null
  const isOurs = eraseSeal === sealOfErasure(tenantId, { eventId, erasedAt, erasedBy, eraseReason })
  return isOurs ? 'erased' : null
}
