import type {
  NotificationRequest,
  TemplateCandidate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/template-candidate'
import type { Template } from './component.ts'
import { describeTemplate } from './template-candidate.ts'
import { needsOf } from './template-needs.ts'
import { parametersOf } from './template-view.ts'

type Data = NotificationRequest['data']

/** The languages of one template as a notification would use them: filled in, and the one to take first. */
export function candidatesFor(
  { language, data }: Pick<NotificationRequest, 'language' | 'data'>,
  templates: Template[],
): TemplateCandidate[] {
  return templates
    .map((template) => ({ template, rank: distance(template.language, language) }))
    .sort((a, b) => a.rank - b.rank || (a.template.language < b.template.language ? -1 : 1))
    .map(({ template }) => filledIn(template, data))
}

/** 0: the language asked for. 1: another kind of it. 2: English. 3: any other. */
function distance(language: string, wanted: string | null): number {
  if (wanted !== null && locale(language) === locale(wanted)) return 0
  if (wanted !== null && base(language) === base(wanted)) return 1
  return base(language) === 'en' ? 2 : 3
}

/** `pt-BR` and `pt_BR` are the same. */
function locale(language: string): string {
  return language.replaceAll('-', '_').toLowerCase()
}

function base(language: string): string {
  return locale(language).split('_')[0]!
}

/** The data of a notification are texts, so a template that takes more is none for it. A one-time code is a text. */
function filledIn(template: Template, data: Data): TemplateCandidate {
  const described = describeTemplate(template)
  if (described.state !== 'usable') return described
  if (needsOf(template).some((need) => need !== 'code')) return { ...described, state: 'unsupported' }
  const parameters = parametersOf(template)
  const missing = [...new Set(parameters.map(({ key }) => key))].filter((key) => !textOf(data, key))
  if (missing.length > 0) return { ...described, missing }
  const { name, language } = template
  const valuesIn = (component: 'header' | 'body') => {
    const keys = parameters.filter((one) => one.component === component).map(({ key }) => key)
    return keys.length > 0
      ? { [component]: Object.fromEntries(keys.map((key) => [key, textOf(data, key)])) }
      : {}
  }
  return {
    ...described,
    content: {
      type: 'template',
      name,
      language,
      parameters: { ...valuesIn('header'), ...valuesIn('body') },
    },
  }
}

/** Meta takes no empty text. */
function textOf(data: Data, key: string): string {
  return Object.hasOwn(data, key) ? data[key]!.trim() : ''
}
