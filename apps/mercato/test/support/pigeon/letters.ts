import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type {
  NotificationRequest,
  TemplateCandidate,
  TemplateState,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/template-candidate'
import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import type { NotificationValue } from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/notification-value'

/** A letter that the loft keeps ready for one business, with gaps like `{{name}}`. */
export interface Letter {
  tenantId: string
  name: string
  language: string
  purpose: TemplateCandidate['purpose']
  words: string
  /** What the loft writes in its place by now, which nobody told us. */
  rewritten?: string
  /** Absent: usable. */
  state?: Exclude<TemplateState, 'missing'>
}

/** What makes a provider of pigeons one of form letters, that knows who may fly to whom. */
export interface LetterBook {
  letters: Letter[]
  residents: string[]
  blocked: Set<string>
}

const GAPS = /\{\{(\w+)\}\}/g
const gapsIn = (words: string) => [...words.matchAll(GAPS)].map((gap) => gap[1]!)

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
        const state = known ? (known.state ?? 'usable') : 'missing'
        return { ...wanted, purpose, state, missing: [], content: null }
      })
    },

    async templatesFor({ scope, notification }) {
      const wanted = notification.languages.map((language) => language.replace('-', '_'))
      const rank = ({ language }: Letter) => (wanted.includes(language) ? wanted.indexOf(language) : Infinity)
      return of(scope.tenantId, notification.name)
        .toSorted((a, b) => rank(a) - rank(b) || 0)
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
      const { body = {} } = content.parameters
      const written = (letter?.words ?? '').replace(GAPS, (gap, name) => String(body[name] ?? gap))
      return { ...content, rendered: { body: written, buttons: [] } }
    },
  }
}

function filledIn(
  { name, language, purpose, words, state = 'usable' }: Letter,
  { data }: NotificationRequest,
): TemplateCandidate {
  const gaps = gapsIn(words)
  const missing = gaps.filter((gap) => !data[gap])
  const written = gaps.map((gap) => [gap, inWords(data[gap] ?? '', language)])
  const parameters = { body: Object.fromEntries(written) }
  const content = missing.length > 0 ? null : { type: 'template' as const, name, language, parameters }
  return { name, language, purpose, state, missing, content }
}

/** As whoever reads the letter would write it. */
function inWords(value: NotificationValue, language: string): string {
  if (typeof value === 'string') return value
  const locale = language.replace('_', '-')
  if (value.type === 'money') {
    const { amount, currency } = value
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(amount))
  }
  const { at, style = 'date', timeZone = 'UTC' } = value
  const day = style === 'time' ? {} : { dateStyle: 'medium' as const }
  const time = style === 'date' ? {} : { timeStyle: 'short' as const }
  return new Intl.DateTimeFormat(locale, { ...day, ...time, timeZone }).format(new Date(at))
}
