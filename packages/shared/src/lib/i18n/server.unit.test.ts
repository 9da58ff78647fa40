import type { Locale } from './config.ts'
import { registerModules, resolveTranslations, withLocale } from './server.ts'

const translations = (text: string) =>
  Object.fromEntries(['en', 'pl', 'de', 'es'].map((locale) => [locale, { [text]: `${text}, ${locale}` }]))

beforeAll(() =>
  registerModules(
    ['inbox', 'shop'].map((id) => ({ id, translations: translations(id) as Record<Locale, never> })),
  ),
)
afterAll(() => registerModules([]))

it('speaks the language of each request, also of two at once, with the texts of all modules', async () => {
  const asked = (locale: Locale) =>
    withLocale(locale, async () => {
      await new Promise((done) => setImmediate(done))
      const { t, locale: resolved } = await resolveTranslations()
      return [resolved, t('inbox'), t('shop')]
    })
  expect(await Promise.all([asked('pl'), asked('de')])).toEqual([
    ['pl', 'inbox, pl', 'shop, pl'],
    ['de', 'inbox, de', 'shop, de'],
  ])
})

it('speaks English where nobody asked, as in a job', async () => {
  const { t } = await resolveTranslations()
  expect(t('inbox')).toBe('inbox, en')
})
