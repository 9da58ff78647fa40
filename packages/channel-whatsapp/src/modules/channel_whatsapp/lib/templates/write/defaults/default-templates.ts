import type { TemplateDefinition } from '../../definition/definition.ts'
import { GERMAN } from './de.ts'
import { DEFAULT_NAMES, type DefaultName, defaultDefinition } from './default-template.ts'
import { ENGLISH } from './en.ts'
import { SPANISH } from './es.ts'
import { POLISH } from './pl.ts'

const LANGUAGES = [ENGLISH, POLISH, GERMAN, SPANISH]

/** As Meta names them. */
export const DEFAULT_LANGUAGES = LANGUAGES.map(({ language }) => language)

/** Those of the names in those of the languages, name by name. */
export function defaultTemplates(
  names: readonly string[] = DEFAULT_NAMES,
  languages: readonly string[] = DEFAULT_LANGUAGES,
): { name: DefaultName; definition: TemplateDefinition }[] {
  return DEFAULT_NAMES.filter((name) => names.includes(name)).flatMap((name) =>
    LANGUAGES.filter(({ language }) => languages.includes(language)).map((words) => ({
      name,
      definition: defaultDefinition(name, words),
    })),
  )
}
