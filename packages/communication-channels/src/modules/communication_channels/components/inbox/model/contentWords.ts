import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import { wordsOf } from '../../../lib/content/preview.ts'
import type { MessageContent } from './message.ts'

/** What a message is, by name: all there is to say in a line where it has no words of its own. */
export function kindName(t: TranslateFn, contentType: string | null): string {
  return t(
    `communication_channels.inbox.preview.${contentType ?? 'unknown'}`,
    t('communication_channels.inbox.preview.unknown'),
  )
}

/** A message in few words, for a voice to read out: what kind it is, unless plain text, and what it says. */
export function contentWords(t: TranslateFn, content: MessageContent): string {
  const words = saidIn(content)
  if (words && (content.type === 'text' || content.type === 'template')) return words
  return [kindName(t, content.type), words].filter(Boolean).join(': ')
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
