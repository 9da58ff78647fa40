import { defaultLocale, type Locale, locales } from './config.ts'

const COOKIE = /(?:^|;\s*)om_locale=([a-z]+)/

/** What they chose here, else what they prefer of what there is, else English. */
export function localeOf(headers: Headers): Locale {
  const chosen = COOKIE.exec(headers.get('cookie') ?? '')?.[1]
  return [chosen, ...preferred(headers.get('accept-language') ?? '')].find(isLocale) ?? defaultLocale
}

/** `pl-PL, de;q=0.8, *;q=0.1`: the languages, without their regions, in the order of their weight. */
function preferred(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(/\s*;\s*/)
      const weight = Number(rest.find((one) => one.startsWith('q='))?.slice(2) ?? 1)
      return { language: tag.slice(0, 2).toLowerCase(), weight }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ language }) => language)
}

function isLocale(text: string | undefined): text is Locale {
  return locales.includes(text as Locale)
}
