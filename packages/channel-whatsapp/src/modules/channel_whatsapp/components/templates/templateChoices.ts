import type { Template } from './template.ts'

export type TemplateChoice = { name: string; category: string; languages: Template[] }

/** One choice per name with its languages, in the order of the names; the search looks at names and texts. */
export function templateChoices(templates: Template[], search: string): TemplateChoice[] {
  const wanted = search.trim().toLocaleLowerCase()
  const byName = new Map<string, TemplateChoice>()
  for (const template of templates) {
    const text = `${template.name} ${readableName(template.name)} ${template.header ?? ''} ${template.body}`
    if (!text.toLocaleLowerCase().includes(wanted)) continue
    const choice = byName.get(template.name) ?? {
      name: template.name,
      category: template.category,
      languages: [],
    }
    choice.languages.push(template)
    byName.set(template.name, choice)
  }
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** The template to offer first: in the reader's language where there is one. */
export function inLanguage(choice: TemplateChoice, locale: string): Template | undefined {
  return (
    choice.languages.find((template) => template.language.split('_')[0] === locale) ?? choice.languages[0]
  )
}

/** Names are made for machines (`order_update`); people read "Order update". */
export function readableName(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

/** A language code of the provider (`en_US`) as a name in the reader's language; the code where there is none. */
export function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code.replace('_', '-')) ?? code
  } catch {
    return code
  }
}
