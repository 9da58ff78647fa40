/** A copy of `value` with what is at `path` (`interactive.action.buttons.0.reply`) set, or taken away with undefined. */
export function changed<T extends object>(value: T, path: string, next: unknown): T {
  const copy = structuredClone(value)
  const keys = path.split('.')
  const last = keys.pop()!
  const parent = keys.reduce(
    (node, key) => node[key] as Record<string, unknown>,
    copy as Record<string, unknown>,
  )
  if (next === undefined) delete parent[last]
  else parent[last] = next
  return copy
}
