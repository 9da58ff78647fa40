import { readFileSync } from 'node:fs'
import { createTranslator } from '@open-mercato/shared/lib/i18n/translate'
import type { ConsentEntry } from './consent.ts'
import { dateText, whyText } from './consentWords.ts'

const texts = JSON.parse(readFileSync(new URL('../../../i18n/en.json', import.meta.url), 'utf8'))
const agreed = {
  ...{ purpose: 'marketing', kind: 'opted_in', source: 'form', occurredAt: '2026-03-06T00:00:00.000Z' },
  ...{ expiresAt: null, actor: null, textVersion: null, evidence: {} },
} as unknown as ConsentEntry
const why = (text: string) => whyText(createTranslator(texts), 'en', { ...agreed, text })

it.each([
  ['Send me offers.', 'on a form: “Send me offers”.'],
  ['Send me offers', 'on a form: “Send me offers”.'],
  ['May we write?', 'on a form: “May we write?”.'],
])('ends the sentence once, also about: %s', (text, end) => {
  expect(why(text)).toBe(`Opted in to marketing on March 6, 2026 ${end}`)
})

it('keeps a day that was given as a day, and tells a moment by the reader’s clock', () => {
  const midnight = '2026-03-06T00:00:00.000Z'
  const here = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date(midnight))
  expect(dateText(midnight, 'en', 'import')).toBe('March 6, 2026')
  expect(dateText(midnight, 'en', 'message')).toBe(here)
})
