import { GraphError } from './graph-error.ts'

/**
 * `fields=` of Graph: the named fields and always the id; without it the node's default ones.
 * Throws code 100 for a field the node does not have.
 */
export function selectFields(
  node: Record<string, unknown> & { id: string },
  requested: string | undefined,
  defaults: string[],
): Record<string, unknown> {
  const names = requested ? splitFields(requested) : defaults
  const selected: Record<string, unknown> = {}
  for (const name of names) {
    if (!(name in node)) {
      throw new GraphError(100, {
        title: `Tried accessing nonexisting field (${name}) on node type (WhatsAppBusinessAccount)`,
      })
    }
    if (node[name] !== undefined) selected[name] = node[name]
  }
  selected.id = node.id
  return selected
}

// `preview.invalidate(false)` and `owner{id,name}` narrow a field; the name in front is what counts here.
function splitFields(fields: string): string[] {
  return fields
    .replace(/\{[^}]*\}/g, '')
    .split(',')
    .map((name) => name.trim().split('.')[0]!)
    .filter(Boolean)
}
