import type { Locale } from '@open-mercato/shared/lib/i18n/config'
import type { ConsentSource } from '../consent/consent.ts'
import { isWholeDay } from '../consent/whole-day.ts'
import type { ReasonCode } from './decision.ts'
import type { Reader } from './reader.ts'

const TIMES = new Set(['at', 'until', 'leavesAt', 'confirmedAt'])

/** As they stand within a sentence: “opted out of …”, “agreed to …”. */
export const PURPOSE_WORDS = {
  utility: 'messages about orders and appointments',
  marketing: 'marketing messages',
} as const

/** How somebody ended it, and how somebody agreed. */
export const SOURCE_WORDS = {
  out: {
    form: 'in a form',
    checkout: 'at checkout',
    message: 'by writing STOP or a word like it',
    staff: 'by telling your staff',
    import: 'as an imported list says',
    platform: 'in their own settings at the provider',
    error: 'as the provider reported',
  },
  in: {
    form: 'in a form',
    checkout: 'at checkout',
    message: 'by writing to you',
    staff: 'by telling your staff',
    import: 'as an imported list says',
    platform: 'in their own settings at the provider',
    error: 'as the provider reported',
  },
} as const satisfies Record<'out' | 'in', Record<ConsentSource, string>>

/** What a sentence names, in the words and the clock of its reader. */
export function inWords(
  code: ReasonCode,
  params: Record<string, string>,
  reader: Reader,
): Record<string, string> {
  const said: Record<string, string> = { source: '' }
  for (const [name, value] of Object.entries(params)) {
    said[name] = TIMES.has(name) ? timeOf(value, params.source, reader) : word(code, name, value, reader)
  }
  return said
}

function word(code: ReasonCode, name: string, value: string, reader: Reader): string {
  const { t } = reader
  if (name === 'purpose')
    return t(`communication_channels.policy.purpose.${value}`, entry(PURPOSE_WORDS, value))
  if (name === 'source') {
    const side = code === 'opted_out' ? 'out' : 'in'
    return t(`communication_channels.policy.source.${side}.${value}`, entry(SOURCE_WORDS[side], value))
  }
  if (name === 'hours') return hoursName(value, reader.locale)
  if (name === 'region') return nameOf('region', value, reader.locale)
  if (name === 'language' || name === 'wanted') return languageName(value, reader.locale)
  return value
}

function entry(words: Record<string, string>, value: string): string {
  return words[value] ?? value
}

/** In the style of all times on the screens: the sentences stand among them. */
function timeOf(iso: string, source: string | undefined, { locale, timeZone }: Reader): string {
  if (isWholeDay(iso, source)) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso))
  }
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const time = format.format(new Date(iso))
  return timeZone === 'UTC' ? `${time} UTC` : time
}

/** “24 hours”. */
export function hoursName(hours: string, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' }).format(
    Number(hours),
  )
}

/** A provider's code of a language (`en_US`) as a name. */
export function languageName(code: string, locale: Locale): string {
  return nameOf('language', code.replace('_', '-'), locale, code)
}

/** A code that no language knows the name of stands as it is. */
function nameOf(type: 'region' | 'language', code: string, locale: Locale, otherwise = code): string {
  try {
    return new Intl.DisplayNames([locale], { type }).of(code) ?? otherwise
  } catch {
    return otherwise
  }
}
