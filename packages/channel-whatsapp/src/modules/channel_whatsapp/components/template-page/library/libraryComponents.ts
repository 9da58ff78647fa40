import type { DefinitionComponent } from '../../../lib/templates/definition/definition.ts'
import type { LibraryTemplate } from '../data/useLibrary.ts'

/** A template of the library as the preview takes it; its buttons lead nowhere yet. */
export function libraryComponents(template: LibraryTemplate): DefinitionComponent[] {
  const { header, body, parameters, buttons } = template
  const samples = parameters.map(({ sample }) => sample)
  const shown = buttons.map(({ text }) => ({ type: 'QUICK_REPLY' as const, text: text ?? '' }))
  const components: DefinitionComponent[] = [
    { type: 'BODY', text: body, ...(samples.length > 0 ? { example: { body_text: [samples] } } : {}) },
  ]
  if (header) components.unshift({ type: 'HEADER', format: 'TEXT', text: header })
  if (shown.length > 0) components.push({ type: 'BUTTONS', buttons: shown })
  return components
}
