import type { Finding } from '../../../lib/templates/lint/finding.ts'
import type { ServerFinding } from '../data/submitDraft.ts'

export type ShownFinding = Omit<Finding, 'fix'> & Partial<Pick<Finding, 'fix'>>

/** What concerns a field: what names it or something inside it, and what names one of `also` itself. */
export function isAt(path: string, field: string, also: readonly string[] = []): boolean {
  return path === field || path.startsWith(`${field}.`) || also.includes(path)
}

/** What Meta would refuse comes first; otherwise in the order in which the form is read. */
export function inOrder(findings: readonly ShownFinding[]): ShownFinding[] {
  return [...findings].sort((a, b) => Number(a.level === 'advice') - Number(b.level === 'advice'))
}

/** What the server found and the browser did not. */
export function withServerFindings(
  own: readonly Finding[],
  server: readonly ServerFinding[],
): ShownFinding[] {
  const known = new Set(own.map(({ code, path }) => `${code} ${path}`))
  return [...own, ...server.filter(({ code, path }) => !known.has(`${code} ${path}`))]
}

/** What the server said about a value counts until that value is another one. */
export function stillTrue<Said extends { path: string }>(
  said: readonly Said[],
  before: unknown,
  after: unknown,
): Said[] {
  return said.filter(({ path }) => isSame(valueAt(before, path), valueAt(after, path)))
}

/** Without a path it is the whole: what Meta says about no field in particular counts until anything is another. */
function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value
  return path
    .split('.')
    .reduce<unknown>(
      (inside, key) =>
        typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[key] : undefined,
      value,
    )
}

const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)
