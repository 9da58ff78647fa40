import type { TemplateCandidate } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/template-candidate'
import type {
  TemplateButtonParameter,
  TemplateParameters,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import { isSameLanguage } from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/languages'
import { buttonsOf, type Template } from './component.ts'
import type { TemplateMapping } from './mapping/mapping.ts'
import { type Data, expectedKey, resolveVariables } from './mapping/resolve.ts'
import { type MappableVariable, mappableVariables } from './mapping/variables.ts'
import { describeTemplate } from './template-candidate.ts'
import { needsOf, takenBy } from './template-needs.ts'

/** @param languages those to try, the one to take first first */
export function candidatesFor(
  { languages, data }: { languages: string[]; data: Data },
  templates: Template[],
  mapping: TemplateMapping = {},
): TemplateCandidate[] {
  return templates
    .map((template) => ({ template, rank: rankOf(template.language, languages) }))
    .sort((a, b) => a.rank - b.rank || (a.template.language < b.template.language ? -1 : 1))
    .map(({ template }) => filledIn(template, data, mapping))
}

/**
 * A language that is wanted comes by its place, and right behind it other kinds of it: who reads Portuguese understands
 * every Portuguese better than the next language. Then English, then any other.
 */
function rankOf(language: string, wanted: string[]): number {
  const exact = wanted.findIndex((one) => locale(one) === locale(language))
  if (exact !== -1) return exact * 2
  const alike = wanted.findIndex((one) => isSameLanguage(one, language))
  if (alike !== -1) return alike * 2 + 1
  return wanted.length * 2 + (isSameLanguage(language, 'en') ? 0 : 1)
}

/** `pt-BR` and `pt_BR` are the same. */
function locale(language: string): string {
  return language.replaceAll('-', '_').toLowerCase()
}

/** The data of a notification are texts, so a template that takes a file, a place or cards is none for it. */
function filledIn(template: Template, data: Data, mapping: TemplateMapping): TemplateCandidate {
  const described = describeTemplate(template)
  if (described.state !== 'usable') return described
  if (!isOfTexts(template)) return { ...described, state: 'unsupported' }
  const { name, language } = template
  const variables = mappableVariables(template)
  const values = resolveVariables(variables, mapping, data, language)
  const open = variables.filter(({ path }) => values[path] === undefined)
  if (open.length > 0) {
    return { ...described, missing: [...new Set(open.map((one) => expectedKey(one, mapping)))] }
  }
  const parameters = parametersOf(variables, values)
  return { ...described, content: { type: 'template', name, language, parameters } }
}

function isOfTexts(template: Template): boolean {
  const isText = needsOf(template).every((need) => need === 'code' || need === 'buttons')
  return isText && buttonsOf(template).every((button) => takenBy(button) !== 'products')
}

function parametersOf(variables: MappableVariable[], values: Record<string, string>): TemplateParameters {
  const parameters: { header?: Texts; body?: Texts; buttons?: TemplateButtonParameter[] } = {}
  for (const { path, kind } of variables) {
    const [where, key] = path.split('.') as ['header' | 'body' | 'buttons', string]
    const value = values[path]!
    if (where !== 'buttons') parameters[where] = { ...parameters[where], [key]: value }
    else parameters.buttons = [...(parameters.buttons ?? []), buttonOf(kind, Number(key), value)]
  }
  return parameters
}
type Texts = Record<string, string>

function buttonOf(kind: MappableVariable['kind'], index: number, value: string): TemplateButtonParameter {
  return kind === 'code' ? { type: 'copy_code', index, code: value } : { type: 'url', index, suffix: value }
}
