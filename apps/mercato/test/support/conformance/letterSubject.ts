import type { SendContentInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import type { ConformanceSubject } from '@open-mercato/communication-channels/testing/conformance/subject'
import { type LetterBook, letters } from '../pigeon/letters.ts'
import type { PigeonSubject } from './pigeonSubject.ts'

export interface LetterSubject extends ConformanceSubject {
  book: LetterBook
}

const LETTER = { name: 'order_left', language: 'en_GB', purpose: 'utility' } as const

/** As the loft writes it, where that is not what was asked for. */
function asRewritten({ letters }: LetterBook, input: SendContentInput): OutboundContent | undefined {
  const { content, scope } = input
  if (content.type !== 'template') return undefined
  const body = letters.find(
    ({ tenantId, name, language }) =>
      tenantId === scope.tenantId && name === content.name && language === content.language,
  )?.rewritten
  return body === undefined ? undefined : { ...content, rendered: { ...content.rendered, body } }
}

/** A letter is words to whoever carries it. */
function asWords(input: SendContentInput): SendContentInput {
  const { content } = input
  return content.type === 'template'
    ? { ...input, content: { type: 'text', text: content.rendered.body } }
    : input
}

/** Pigeons with form letters; `pigeons` is changed into it. */
export function letterSubject(pigeons: PigeonSubject, tenantId: string): LetterSubject {
  const book: LetterBook = {
    letters: ['de', LETTER.language].map((language) => ({
      ...LETTER,
      tenantId,
      language,
      words: 'Dear {{name}}, {{order}} has left.',
    })),
    residents: [...pigeons.people],
    blocked: new Set(),
  }
  const send = pigeons.adapter.sendContent!
  Object.assign(pigeons.adapter, letters(book), {
    async sendContent(input: SendContentInput) {
      if (!book.blocked.has(input.recipient.userId ?? '')) {
        const content = asRewritten(book, input)
        const outcome = await send(asWords({ ...input, content: content ?? input.content }))
        return outcome.outcome === 'sent' && content ? { ...outcome, content } : outcome
      }
      const error = { code: 'blocked', message: 'You blocked them.', action: null }
      return { outcome: 'not_sent', error, retryable: false, retryAfterMs: null }
    },
  })
  const { name, language } = LETTER
  const parameters = { body: { name: 'Miller', order: 'A-7' } }
  return { ...pigeons, book, template: { type: 'template', name, language, parameters } }
}
