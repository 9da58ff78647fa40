import type { MessageContent } from '../../content/message-content.ts'
import type { MessageRow } from '../../ingest/message-row.ts'
import { type Said, whatANoticeSays } from './what-it-says.ts'
import { isShort } from './whole-message.ts'

/** A message that may be about being written to. */
export interface Utterance {
  row: MessageRow
  text: string | null
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
    return notice || (text !== null && isShort(text)) ? [{ row, text, notice }] : []
  })
}

function wordsOf(content: MessageContent): string | null {
  if (content.type === 'text') return content.text
  return content.type === 'reply' ? content.title : null
}
