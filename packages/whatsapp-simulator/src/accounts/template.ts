export type TemplateStatus = 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED'

export type TemplateComponent =
  | { type: 'HEADER'; format: 'TEXT'; text: string; example?: Record<string, unknown> }
  | { type: 'BODY'; text: string; example?: Record<string, unknown> }
  | { type: 'FOOTER'; text: string }
  | { type: 'BUTTONS'; buttons: { type: 'QUICK_REPLY'; text: string }[] }

/** A message template as `GET /{waba-id}/message_templates` lists it. */
export type Template = {
  id: string
  name: string
  language: string
  status: TemplateStatus
  category: 'UTILITY' | 'MARKETING' | 'AUTHENTICATION'
  parameter_format: 'POSITIONAL' | 'NAMED'
  components: TemplateComponent[]
  rejected_reason: string
  quality_score: { score: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN' }
}

/** The variables of one text in order of first appearance: `1`, `2` … or names. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([a-z0-9_]+)\s*\}\}/g)].map((match) => match[1]!))]
}

export function fillVariables(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{\s*([a-z0-9_]+)\s*\}\}/g, (whole, key: string) => values[key] ?? whole)
}

export function headerText(template: Template): string | null {
  const header = template.components.find((component) => component.type === 'HEADER')
  return header ? header.text : null
}

export function bodyText(template: Template): string {
  const body = template.components.find((component) => component.type === 'BODY')
  return body ? body.text : ''
}

export function footerText(template: Template): string | null {
  const footer = template.components.find((component) => component.type === 'FOOTER')
  return footer ? footer.text : null
}

export function buttonTexts(template: Template): string[] {
  const row = template.components.find((component) => component.type === 'BUTTONS')
  return row ? row.buttons.map((button) => button.text) : []
}
