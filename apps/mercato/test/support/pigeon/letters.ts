import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type {
  NotificationRequest,
  TemplateCandidate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/template-candidate'
import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'

/** A letter that the loft keeps ready for one business, with gaps like `{{name}}`. */
export interface Letter {
  tenantId: string
  name: string
  language: string
  purpose: TemplateCandidate['purpose']
  words: string
}

/** What makes a provider of pigeons one of form letters, that knows who may fly to whom. */
export interface LetterBook {
  letters: Letter[]
  residents: string[]
  blocked: Set<string>
}

const gapsIn = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map((gap) => gap[1]!)

export function letters(book: LetterBook): Partial<ChannelAdapter> {
  const of = (tenantId: string, name: string) =>
    book.letters.filter((one) => one.tenantId === tenantId && one.name === name)

  return {
    rules: { windowMs: 10 * 365 * 24 * 60 * 60 * 1000, noMarketingIn: ['VA'] },
    healthOf: async () => ({ blocked: null, restricted: null }),
    regionOfUserId: (userId) => /@([A-Z]{2})$/.exec(userId)?.[1] ?? null,

    async describeTemplates({ scope, templates }) {
      return templates.map((wanted) => {
        const known = of(scope.tenantId, wanted.name).find(({ language }) => language === wanted.language)
        const purpose = known?.purpose ?? 'utility'
        return { ...wanted, purpose, state: known ? 'usable' : 'missing', missing: [], content: null }
      })
    },

    async templatesFor({ scope, notification }) {
      const wanted = notification.language?.replace('-', '_')
      return of(scope.tenantId, notification.name)
        .toSorted((a, b) => Number(b.language === wanted) - Number(a.language === wanted))
        .map((letter) => filledIn(letter, notification))
    },

    async setBlocked({ recipient, isBlocked }) {
      const person = recipient.userId ?? ''
      if (!book.residents.includes(person))
        throw new ChannelError(422, 'unknown_person', 'Nobody lives there.', 'Nothing is to be done.')
      if (isBlocked) book.blocked.add(person)
      else book.blocked.delete(person)
    },

    prepareContent: async ({ scope, content }) => {
      if (content.type !== 'template') return content as OutboundContent
      const letter = of(scope.tenantId, content.name).find(({ language }) => language === content.language)
      return { ...content, rendered: { body: letter?.words ?? '', buttons: [] } }
    },
  }
}

function filledIn(
  { name, language, purpose, words }: Letter,
  { data }: NotificationRequest,
): TemplateCandidate {
  const gaps = gapsIn(words)
  const missing = gaps.filter((gap) => !data[gap])
  const parameters = { body: Object.fromEntries(gaps.map((gap) => [gap, data[gap] ?? ''])) }
  const content = missing.length > 0 ? null : { type: 'template' as const, name, language, parameters }
  return { name, language, purpose, state: 'usable', missing, content }
}
