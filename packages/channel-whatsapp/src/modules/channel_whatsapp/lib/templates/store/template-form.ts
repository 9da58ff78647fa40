import { isDeepStrictEqual } from 'node:util'
import type { TemplateComponent } from '../component.ts'

/** What somebody reads, fills in and pays for: another one is another version of the template. */
export interface TemplateForm {
  name: string
  language: string
  category: string
  parameterFormat: string
  components: TemplateComponent[]
}

export function isSameForm(one: TemplateForm, other: TemplateForm): boolean {
  return (
    one.category === other.category &&
    one.parameterFormat === other.parameterFormat &&
    isDeepStrictEqual(comparable(one.components), comparable(other.components))
  )
}

/** Meta signs the addresses of a header's sample anew each time it is asked. */
function comparable(components: TemplateComponent[]): unknown {
  return JSON.parse(
    JSON.stringify(components, (key, value: unknown) => (key === 'header_handle' ? undefined : value)),
  )
}

/** Names a template within its account. */
export function keyOf({ name, language }: { name: string; language: string }): string {
  return JSON.stringify([name, language])
}
