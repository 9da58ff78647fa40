import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import { isWholeDay } from '../../../lib/consent/whole-day.ts'
import { fullTime } from '../../inbox/model/times.ts'
import type { ConsentEntry, ConsentPurpose, ConsentSource } from './consent.ts'

const person = 'communication_channels.consents.person'
const mostOfText = 90

/** `source`: how it is known; of what was given as a day the day stands, at whatever clock. */
export function dateText(iso: string, locale: string, source?: ConsentSource): string {
  const timeZone = isWholeDay(iso, source) ? 'UTC' : undefined
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(iso))
}

/** Date and time in full; of what was given as a day, the day alone. */
export function momentText(iso: string, locale: string, source: ConsentSource): string {
  if (!isWholeDay(iso, source)) return fullTime(iso, locale)
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso))
}

export function timeText(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso))
}

/** “marketing and messages about orders”, as a sentence names them. */
export function purposesText(t: TranslateFn, locale: string, purposes: ConsentPurpose[]): string {
  const names = purposes.map((purpose) => t(`${person}.to.${purpose}`))
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

type Said = Pick<ConsentEntry, 'kind' | 'source' | 'occurredAt' | 'expiresAt' | 'actor'>

/** What they did or were asked, when and where: “Opted in to marketing on 3 May 2026 on a form”. No full stop. */
export function saidText(
  t: TranslateFn,
  locale: string,
  { kind, source, occurredAt, expiresAt, actor }: Said,
  purposes: ConsentPurpose[],
): string {
  const values = {
    purpose: purposesText(t, locale, purposes),
    time: dateText(occurredAt, locale, source),
    until: expiresAt ? timeText(expiresAt, locale) : '',
    name: actor?.name ?? t('communication_channels.inbox.who.colleague'),
  }
  return kind === 'opted_in' || kind === 'opted_out'
    ? t(`${person}.said.${kind}.${source}`, values)
    : t(`${person}.said.${kind}`, values)
}

/** The same with what they were shown, in which version, and from where: one sentence that stands alone. */
export function whyText(t: TranslateFn, locale: string, event: ConsentEntry): string {
  const { text, textVersion, evidence } = event
  let sentence = saidText(t, locale, event, [event.purpose])
  // The sentence has a full stop of its own.
  if (text) sentence = t(`${person}.why.text`, { said: sentence, text: shortened(text).replace(/\.$/, '') })
  if (textVersion) sentence = t(`${person}.why.version`, { said: sentence, version: textVersion })
  if (evidence.ip) sentence = t(`${person}.why.ip`, { said: sentence, ip: evidence.ip })
  return t(`${person}.why`, { said: sentence })
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= mostOfText) return line
  const cut = line.slice(0, mostOfText)
  // Not within a word, unless it is one that has no end.
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), mostOfText / 2)).trimEnd()}…`
}
