import { draftDefinition, type TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import type { ManagedTemplate } from '../data/template.ts'
import { definitionOf } from './definitionOf.ts'

/** Meta's limit. */
const LONGEST_NAME = 512
const SUFFIX = '_copy'

export const copiedName = (name: string) => name.slice(0, LONGEST_NAME - SUFFIX.length) + SUFFIX

/**
 * A new template that begins as this one. What Meta lists of its parts beyond what it takes back is left out, and so is the
 * address of a picture that it lists in place of a sample; a part that cannot be written here leaves the copy empty.
 */
export function copyOf(
  template: ManagedTemplate['template'],
  change: { name?: string; language?: string },
): TemplateDefinition {
  const whole = { ...definitionOf(template, template), ...change }
  const copy: unknown = JSON.parse(JSON.stringify(whole, withoutAddress))
  const first = draftDefinition.safeParse(copy)
  if (first.success) return first.data
  for (const issue of first.error.issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const part = issue.path.reduce<unknown>((node, key) => (node as Record<PropertyKey, unknown>)[key], copy)
    for (const key of issue.keys) delete (part as Record<string, unknown>)[key]
  }
  const second = draftDefinition.safeParse(copy)
  return second.success ? second.data : { ...whole, components: [] }
}

function withoutAddress(key: string, value: unknown): unknown {
  return key === 'header_handle' ? undefined : value
}
