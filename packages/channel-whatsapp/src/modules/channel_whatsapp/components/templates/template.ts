import type { TemplateToSend } from './composerContext.ts'

/** An approved template as `GET /api/channel_whatsapp/templates` returns it: one name in one language. */
export type Template = {
  id: string
  name: string
  language: string
  category: string
  status: string
  header: string | null
  body: string
  footer: string | null
  buttons: string[]
  parameters: TemplateParameter[]
  /** Of what kind the file in its header is; null where there is none. */
  headerMedia: HeaderMedia | null
  /** Whether its parameters and that file are all that it takes; links, codes and the like are not asked for here. */
  isSendableHere: boolean
}

export type HeaderMedia = 'image' | 'video' | 'document'

export type TemplateParameter = { component: 'header' | 'body'; key: string; example: string | null }

/** What was typed, by `component.key`: header and body count their parameters separately. */
export type TemplateValues = Record<string, string>

export const valueKey = (parameter: Pick<TemplateParameter, 'component' | 'key'>) =>
  `${parameter.component}.${parameter.key}`

export function missingParameters(template: Template, values: TemplateValues): TemplateParameter[] {
  return template.parameters.filter((parameter) => !values[valueKey(parameter)]?.trim())
}

export type TextPart = { kind: 'text' | 'value' | 'missing'; text: string }

/** The text of a component with what was typed put in; a gap shows its example, or its key, and is marked as missing. */
export function fillText(
  template: Template,
  component: 'header' | 'body',
  values: TemplateValues,
): TextPart[] {
  const text = (component === 'header' ? template.header : template.body) ?? ''
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)) {
    const key = match[1] ?? ''
    const parameter = template.parameters.find((one) => one.component === component && one.key === key)
    const value = values[valueKey({ component, key })]?.trim()
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) })
    parts.push(
      value ? { kind: 'value', text: value } : { kind: 'missing', text: parameter?.example || match[0] },
    )
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) })
  return parts
}

/** @param fileId of the file in the header, where the template has one */
export function toContent(
  template: Template,
  values: TemplateValues,
  fileId: string | null = null,
): TemplateToSend {
  const parameters: TemplateToSend['parameters'] = {}
  for (const parameter of template.parameters) {
    const ofComponent = parameters[parameter.component] ?? {}
    ofComponent[parameter.key] = values[valueKey(parameter)]?.trim() ?? ''
    parameters[parameter.component] = ofComponent
  }
  if (template.headerMedia && fileId) {
    parameters.headerObject = { type: template.headerMedia, media: { fileId } }
  }
  return { type: 'template', name: template.name, language: template.language, parameters }
}
