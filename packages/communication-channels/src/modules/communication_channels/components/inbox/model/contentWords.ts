import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import { wordsOf } from '../../../lib/content/preview.ts'
import type { Message, MessageContent, Quote } from './message.ts'

/** What a message is, by name: all there is to say where it has no words of its own. */
export function kindName(t: TranslateFn, contentType: string | null): string {
  return t(
    `communication_channels.inbox.preview.${contentType ?? 'unknown'}`,
    t('communication_channels.inbox.preview.unknown'),
  )
}

/** Kinds whose words say enough by themselves. Of a cart or a picture, a note alone would hide what it comes with. */
const SPEAKS_FOR_ITSELF = new Set(['text', 'template', 'interactive', 'reply'])

/** A message in one line: what kind it is, unless its words say enough, and what it says. */
export function messageLine(t: TranslateFn, contentType: string | null, words: string | null): string {
  if (words && SPEAKS_FOR_ITSELF.has(contentType ?? '')) return words
  return [kindName(t, contentType), words].filter(Boolean).join(': ')
}

/** A message in few words, for a voice to read out. */
export function contentWords(t: TranslateFn, content: MessageContent): string {
  const isVoice = content.type === 'audio' && content.isVoice
  return messageLine(t, isVoice ? 'voice' : content.type, saidIn(content))
}

/** A message as an answer quotes it, before the server says so. */
export function quoteOf({ id, direction, content }: Message): Quote {
  return { messageId: id, direction, contentType: content.type, preview: saidIn(content) }
}

/** As in the list, and besides what a form or a notice says for itself: here there is room for it. */
function saidIn(content: MessageContent): string | null {
  switch (content.type) {
    case 'revoked':
      return null
    case 'form_answer':
    case 'system':
    case 'unsupported':
      return content.text
    default:
      return wordsOf(content)
  }
}
