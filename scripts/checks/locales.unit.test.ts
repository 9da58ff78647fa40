import { findLocaleGaps } from './locales.ts'
import { plant } from './plant.ts'

const folder = 'packages/core/src/modules/auth/i18n'

function gapsIn(texts: Record<string, unknown>) {
  const files = Object.entries(texts).map(([language, text]) => [
    `${folder}/${language}.json`,
    JSON.stringify(text),
  ])
  const planted = plant(Object.fromEntries(files))
  try {
    return findLocaleGaps(planted.root)
  } finally {
    planted.remove()
  }
}

const full = { 'auth.title': 'Title' }

test('four languages with the same keys pass', () => {
  expect(gapsIn({ en: full, pl: full, de: full, es: full })).toEqual([])
})

test('a missing language, a missing key, a surplus key, an empty and a nested text are found', () => {
  expect(
    gapsIn({
      en: { ...full, 'auth.nested': { deep: 'x' } },
      pl: { 'auth.title': ' ', 'auth.nested': 'x' },
      de: { 'auth.nested': 'x', 'auth.more': 'x' },
    }),
  ).toEqual([
    `${folder}/en.json has no text for auth.nested`,
    `${folder}/pl.json has no text for auth.title`,
    `${folder}/de.json lacks auth.title`,
    `${folder}/de.json has auth.more, which the English file has not`,
    `${folder}/es.json is missing`,
  ])
})
