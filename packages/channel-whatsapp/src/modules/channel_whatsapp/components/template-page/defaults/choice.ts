import type { DefaultTemplate } from '../data/useDefaultTemplates.ts'

type Choice = { names: string[]; languages: string[] }

/** What of the choice is not there yet, by name, for it is handed in name by name. */
export function wishesOf(
  items: DefaultTemplate[],
  { names, languages }: Choice,
): { name: string; languages: string[] }[] {
  return names
    .map((name) => ({
      name,
      languages: items
        .filter((item) => item.name === name && item.state === 'available')
        .map(({ language }) => language)
        .filter((language) => languages.includes(language)),
    }))
    .filter((wish) => wish.languages.length > 0)
}

/** Those of the offered that are the language that is wished: `en` means `en_US` where there is no other English. */
export function wishedLanguages(offered: string[], wished: string[]): string[] {
  const base = (language: string) => language.split('_')[0]
  return offered.filter(
    (one) =>
      wished.includes(one) || wished.some((other) => !offered.includes(other) && base(other) === base(one)),
  )
}

export const namesOf = (items: DefaultTemplate[]) => [...new Set(items.map(({ name }) => name))]
export const languagesOf = (items: DefaultTemplate[]) => [...new Set(items.map(({ language }) => language))]

/** The text shown of a ready-made template: in that language where there is one. */
export function sampleOf(
  items: DefaultTemplate[],
  name: string,
  language: string,
): DefaultTemplate | undefined {
  const named = items.filter((item) => item.name === name)
  const isAlike = (one: DefaultTemplate) => one.language.split('_')[0] === language.split('_')[0]
  return named.find(isAlike) ?? named[0]
}
