import { readFileSync } from 'node:fs'
import { type Locale, locales } from '@open-mercato/shared/lib/i18n/config'
import { createTranslator } from '@open-mercato/shared/lib/i18n/translate'
import { REASON_CODES, type ReasonCode } from './decision.ts'
import { PURPOSE_WORDS, SOURCE_WORDS } from './reason-params.ts'
import { REASON_WORDS, sayReason } from './reason-words.ts'

const texts = (locale: Locale): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../i18n/${locale}.json`, import.meta.url), 'utf8'))

/** All that is ever said of a reason, by its key. */
function english(): Record<string, string> {
  const said: Record<string, string> = {}
  const add = (key: string, text: string | null | undefined) => {
    if (text) said[`communication_channels.policy.${key}`] = text
  }
  for (const [code, { sentence, action }] of Object.entries(REASON_WORDS)) {
    add(`reason.${code}`, sentence)
    add(`action.${code}`, action)
  }
  for (const [purpose, words] of Object.entries(PURPOSE_WORDS)) add(`purpose.${purpose}`, words)
  for (const [side, sources] of Object.entries(SOURCE_WORDS))
    for (const [source, words] of Object.entries(sources)) add(`source.${side}.${source}`, words)
  return said
}

const placeholders = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

const reader = (locale: Locale, timeZone = 'Europe/Warsaw') => ({
  t: createTranslator(texts(locale)),
  locale,
  timeZone,
})

const STOPPED = {
  code: 'opted_out',
  params: { purpose: 'marketing', at: '2026-05-03T10:15:00.000Z', source: 'message' },
} as const

it('has the words that the code has in its English file', () => {
  expect(texts('en')).toMatchObject(english())
})

it.each(locales)('says every reason and every action in full: %s', (locale) => {
  const file = texts(locale)
  for (const [key, text] of Object.entries(english()))
    expect([key, placeholders(file[key])]).toEqual([key, placeholders(text)])
})

it.each(locales)(
  'leaves no placeholder open and no double space where nothing more is known: %s',
  (locale) => {
    const at = '2026-05-03T10:15:00.000Z'
    const known = { at, until: at, leavesAt: at, confirmedAt: at, purpose: 'utility', source: 'form' }
    const named = {
      hours: '24',
      name: 'order_update',
      language: 'en_US',
      wanted: 'pl',
      region: 'US',
      missing: 'first_name',
    }
    for (const code of REASON_CODES) {
      const { sentence, action } = sayReason({ code, params: { ...known, ...named } }, reader(locale))
      expect(`${sentence} ${action}`).not.toMatch(/[{}]| {2}|undefined/)
    }
  },
)

it('says in the reader’s words and by their clock what was decided', () => {
  expect(sayReason(STOPPED).sentence).toBe(
    'This person opted out of marketing messages on May 3, 2026, 10:15 AM UTC by writing STOP or a word like it.',
  )
  expect(sayReason(STOPPED, reader('de')).sentence).toBe(
    'Diese Person hat Werbenachrichten am 03.05.2026, 12:15 abbestellt, mit STOPP oder einem ähnlichen Wort.',
  )
})

it('says the day alone where nobody gave an hour, and the same day everywhere', () => {
  const params = { purpose: 'marketing', at: '2026-03-06T00:00:00.000Z', source: 'import' }
  const { sentence } = sayReason({ code: 'consent_given', params }, reader('en', 'America/New_York'))
  expect(sentence).toContain('on Mar 6, 2026 as an imported list says')
})

it('says until when, where that is known', () => {
  const params = { name: 'RESTRICTED', until: '2026-05-03T10:15:00.000Z' }
  expect(sayReason({ code: 'sender_restricted', params }).sentence).toContain('for now')
  const { sentence } = sayReason({ code: 'sender_restricted_until', params })
  expect(sentence).toContain('Until May 3, 2026, 10:15 AM UTC')
})

it.each<[ReasonCode, Record<string, string>, string]>([
  [
    'consent_confirmed',
    { purpose: 'marketing', confirmedAt: '2026-05-03T10:15:00.000Z' },
    'messages and confirmed',
  ],
  ['template_usable', { name: 'order_update', language: 'pl' }, '“order_update” (Polish)'],
  ['template_usable', { name: 'order_update', language: '??' }, '“order_update” (??)'],
  ['language_fallback', { language: 'en_US', wanted: 'pl' }, 'comes first (Polish)'],
  ['marketing_barred_in_region', { region: 'US' }, '(United States)'],
  ['window_closed', { at: '2026-05-03T10:15:00.000Z', hours: '24' }, '24 hours have passed'],
])('names what it is about: %s', (code, params, part) => {
  expect(sayReason({ code, params }).sentence).toContain(part)
})
