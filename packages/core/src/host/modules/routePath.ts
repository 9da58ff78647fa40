/** `conversations/[id]/route.ts` of module `inbox` is `/api/inbox/conversations/[id]`. */
export function routePath(moduleId: string, file: string): string {
  const segments = file.split(/[\\/]/).slice(0, -1)
  return ['/api', moduleId, ...segments].join('/')
}

/** Hono's spelling of the same path. */
export function honoPath(path: string): string {
  return path.replace(/\[\.\.\.(\w+)\]/g, ':$1{.+}').replace(/\[(\w+)\]/g, ':$1')
}

/** OpenAPI's spelling of the same path. */
export function openApiPath(path: string): string {
  return path.replace(/\[(?:\.\.\.)?(\w+)\]/g, '{$1}')
}

/** A fixed segment is tried before a parameter, a parameter before a rest. */
export function bySpecificity(one: string, other: string): number {
  const weigh = (path: string) =>
    path
      .split('/')
      .map((part) => (part.startsWith('[...') ? '2' : part.startsWith('[') ? '1' : '0') + part)
      .join('/')
  const [a, b] = [weigh(one), weigh(other)]
  return a < b ? -1 : a > b ? 1 : 0
}
