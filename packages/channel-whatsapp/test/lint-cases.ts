import type {
  DefinitionButton,
  DefinitionComponent,
  TemplateDefinition,
} from '../src/modules/channel_whatsapp/lib/templates/definition/definition.ts'
import type { LintContext } from '../src/modules/channel_whatsapp/lib/templates/lint/finding.ts'
import { lintTemplate } from '../src/modules/channel_whatsapp/lib/templates/lint/lint-template.ts'

/** A text that nothing is to be said about. */
export const GOOD_TEXT = 'Your order has left our house and will reach you in the next days.'

export const body = (text = GOOD_TEXT, ...examples: string[]): DefinitionComponent => ({
  type: 'BODY',
  text,
  ...(examples.length > 0 ? { example: { body_text: [examples] } } : {}),
})
export const namedBody = (text: string, examples: Record<string, string>): DefinitionComponent => ({
  type: 'BODY',
  text,
  example: {
    body_text_named_params: Object.entries(examples).map(([param_name, example]) => ({
      param_name,
      example,
    })),
  },
})
export const header = (text: string, ...examples: string[]): DefinitionComponent => ({
  type: 'HEADER',
  format: 'TEXT',
  text,
  ...(examples.length > 0 ? { example: { header_text: examples } } : {}),
})
export const image: DefinitionComponent = {
  type: 'HEADER',
  format: 'IMAGE',
  example: { header_handle: ['4::handle'] },
}
export const footer = (text: string): DefinitionComponent => ({ type: 'FOOTER', text })
export const buttons = (...list: DefinitionButton[]): DefinitionComponent => ({
  type: 'BUTTONS',
  buttons: list,
})
export const reply = (text: string): DefinitionButton => ({ type: 'QUICK_REPLY', text })
export const link = (url: string, example?: string): DefinitionButton => ({
  type: 'URL',
  text: 'Open',
  url,
  ...(example === undefined ? {} : { example: [example] }),
})

/** A plain utility template with these parts. */
export function withParts(...components: DefinitionComponent[]): TemplateDefinition {
  return {
    name: 'order_sent',
    language: 'en',
    category: 'UTILITY',
    parameterFormat: 'POSITIONAL',
    components,
  }
}

export function marketing(...components: DefinitionComponent[]): TemplateDefinition {
  return { ...withParts(...components), category: 'MARKETING' }
}

/** What the lint says, as `level code path`. */
export function said(definition: TemplateDefinition, about?: LintContext): string[] {
  return lintTemplate(definition, about).map(({ level, code, path }) => `${level} ${code} ${path}`)
}

/** The template after the fix of a finding, which must then be gone. */
export function mended(definition: TemplateDefinition, code: string): TemplateDefinition {
  const fix = lintTemplate(definition).find((finding) => finding.code === code)?.fix
  if (!fix) throw new Error(`Nothing mends ${code}: ${said(definition).join(', ')}`)
  const after = fix.definition(definition)
  if (lintTemplate(after).some((finding) => finding.code === code))
    throw new Error(`${fix.code} left ${code}`)
  return after
}

export function bodyText(definition: TemplateDefinition): string | undefined {
  return definition.components.find((component) => component.type === 'BODY')?.text
}
