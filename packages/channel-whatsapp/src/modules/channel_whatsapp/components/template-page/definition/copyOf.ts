import { asWritten } from '../../../lib/templates/definition/as-written.ts'
import type { TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import type { ManagedTemplate } from '../data/template.ts'
import { definitionOf } from './definitionOf.ts'

/** Meta's limit. */
const LONGEST_NAME = 512
const SUFFIX = '_copy'

export const copiedName = (name: string) => name.slice(0, LONGEST_NAME - SUFFIX.length) + SUFFIX

/** A new template that begins as this one; a part that cannot be written here leaves the copy empty. */
export function copyOf(
  template: ManagedTemplate['template'],
  change: { name?: string; language?: string },
): TemplateDefinition {
  const whole = { ...definitionOf(template, template), ...change }
  return asWritten({ ...whole, ttlSeconds: template.ttlSeconds }) ?? { ...whole, components: [] }
}
