import type { MessageContent } from '../../content/message-content.ts'
import type { MessageRow } from '../../ingest/message-row.ts'
import { TAPS } from './question-buttons.ts'
import { type Said, whatANoticeSays } from './what-it-says.ts'
import { isShort } from './whole-message.ts'
import type { Meaning } from './word-meaning.ts'
import { wordsOf } from './words-of.ts'

/** A message that may be about being written to. */
export interface Utterance {
  row: MessageRow
  text: string | null
  /** What the button of a question of ours means that they tapped. */
  tapped: Meaning | null
  /** What it says by itself; null where that depends on the words of the organisation. */
  notice: Said | null
}

/** Of messages from customers: those that could be a word, and notices of the provider's about marketing. */
export function utterancesIn(rows: MessageRow[]): Utterance[] {
  return rows.flatMap((row) => {
    const { direction, content } = row.message.event
    if (direction !== 'inbound') return []
    const notice = content.type === 'system' ? whatANoticeSays(content.kind) : null
    const text = wordsOf(content)
    const tapped = tapOn(content)
    return notice || tapped || (text !== null && isShort(text)) ? [{ row, text, tapped, notice }] : []
  })
}

function tapOn(content: MessageContent): Meaning | null {
  return content.type === 'reply' && content.id !== null ? (TAPS.get(content.id) ?? null) : null
}
