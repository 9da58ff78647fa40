import type { TemplateDefinition } from '../definition/definition.ts'
import { type Fix, type FixCode, fixOf } from './finding.ts'

type Node = Record<string, unknown> | unknown[]

/** A fix that replaces what stands at a path. */
export function mend<Value>(code: FixCode, path: string, change: (value: Value) => Value): Fix {
  return fixOf(code, (definition) => changeAt(definition, path, change))
}

/** A copy with what stands at the path changed, `components.1.text`; where nothing stands there, the same. */
export function changeAt<Value>(
  definition: TemplateDefinition,
  path: string,
  change: (value: Value) => Value,
): TemplateDefinition {
  return changeNode(definition, path.split('.'), change as (value: unknown) => unknown) as TemplateDefinition
}

function changeNode(node: unknown, path: string[], change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(node)
  if (typeof node !== 'object' || node === null || !(key in node)) return node
  const copy = (Array.isArray(node) ? [...node] : { ...node }) as Node
  const at = key as keyof Node
  copy[at] = changeNode(copy[at], rest, change) as never
  return copy
}

/** A fix that takes a component or a button out of its list. */
export function removal(code: FixCode, listPath: string, index: number): Fix {
  return mend<unknown[]>(code, listPath, (list) => list.filter((_, position) => position !== index))
}
