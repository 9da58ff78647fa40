import type { TranslateParams } from '@open-mercato/shared/lib/i18n/context'

type Text = (key: string, values?: TranslateParams) => string

/** The last key that says what something is called to a merchant. */
const names: [RegExp, string][] = [
  [/^name$/, 'name'],
  [/^language$/, 'language'],
  [/^category$/, 'category'],
  [/^ttlSeconds$/, 'ttl'],
  [/^parameterFormat$/, 'variables.naming'],
  [/(^|\.)buttons?(\.|$)/i, 'buttons.title'],
  [/(^|\.)(cards|carousel)(\.|$)/i, 'cards.title'],
  [/limited_time_offer/i, 'offer.title'],
  [/(^|\.)header(\.|$)/i, 'header.title'],
  [/(^|\.)footer(\.|$)/i, 'footer.title'],
  [/(^|\.)body(\.|$)/i, 'body.title'],
]

/** A part of a definition in words: never a path of its JSON. */
export function wordsOfPath(path: string, text: Text): string {
  return text(names.find(([pattern]) => pattern.test(path))?.[1] ?? 'changes.other')
}
