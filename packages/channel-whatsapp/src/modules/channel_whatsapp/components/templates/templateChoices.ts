import type { TemplatePolicy } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/composer/templatePolicy'
import type { SaidReason } from '@open-mercato/communication-channels/modules/communication_channels/lib/policy/reason-words'
import type { Template } from './template.ts'

export type TemplateChoice = { name: string; category: string; languages: Template[] }

/** What may be sent to this person, and for each purpose that may not what stands against it and whom it concerns. */
export type SortedChoices = {
  allowed: TemplateChoice[]
  barred: { purpose: keyof TemplatePolicy; objections: SaidReason[]; choices: TemplateChoice[] }[]
}

export function sortChoices(choices: TemplateChoice[], policy: TemplatePolicy): SortedChoices {
  const purposes = ['utility', 'marketing', 'authentication'] as const
  const of = (purpose: keyof TemplatePolicy) =>
    choices.filter(({ category }) => category.toLowerCase() === purpose)
  const barred = purposes
    .filter((purpose) => !policy[purpose].isAllowed)
    .map((purpose) => ({ purpose, objections: policy[purpose].objections, choices: of(purpose) }))
    .filter((group) => group.choices.length > 0)
  const isBarred = new Set(barred.flatMap((group) => group.choices))
  return { allowed: choices.filter((choice) => !isBarred.has(choice)), barred }
}

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
