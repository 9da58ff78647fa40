import type { DefinitionComponent, TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import { normaliseComponents } from '../../../lib/templates/definition/normalise.ts'
import type { ManagedTemplate, TemplateVersion } from '../data/template.ts'
import { categories } from '../list/listFilter.ts'

type Named = Pick<ManagedTemplate['template'], 'name' | 'language'>
type Form = Pick<TemplateVersion, 'category' | 'parameterFormat' | 'components'>

/** A form of a template as the editor and the comparison take it. */
export function definitionOf({ name, language }: Named, form: Form): TemplateDefinition {
  const category = categories.find((one) => one === form.category.toUpperCase()) ?? 'UTILITY'
  const parameterFormat = form.parameterFormat.toUpperCase() === 'NAMED' ? 'NAMED' : 'POSITIONAL'
  return { name, language, category, parameterFormat, components: componentsOf(form) }
}

/** Meta lists kinds in either case; whoever shows them relies on one. */
export function componentsOf({ components }: Pick<Form, 'components'>): DefinitionComponent[] {
  return normaliseComponents(components) as DefinitionComponent[]
}
