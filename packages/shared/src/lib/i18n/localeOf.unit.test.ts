import { localeOf } from './localeOf.ts'

it.each([
  ['nothing said', {}, 'en'],
  ['what was chosen here', { cookie: 'a=b; om_locale=pl', 'accept-language': 'de' }, 'pl'],
  ['a choice that we have not', { cookie: 'om_locale=xx', 'accept-language': 'de' }, 'de'],
  ['a name that only ends alike', { cookie: 'not_om_locale=pl' }, 'en'],
  ['a language with its region', { 'accept-language': 'es-MX' }, 'es'],
  ['the weightiest that we have', { 'accept-language': 'fr, en;q=0.3, de;q=0.9' }, 'de'],
  ['one that is refused', { 'accept-language': 'pl;q=0, *;q=0.1' }, 'en'],
  ['nonsense', { 'accept-language': ';;q=,,' }, 'en'],
])('%s', (_case, headers, expected) => {
  expect(localeOf(new Headers(headers as Record<string, string>))).toBe(expected)
})
