import type { ZodError } from 'zod'
import { GraphError } from '../../graph/graph-error.ts'

type Path = readonly PropertyKey[]
type Issue = ZodError['issues'][number]

/**
 * Meta's answer to the first thing that is wrong with `body`; it names the parameter as the caller wrote it.
 * `place` leads to `body` where that is a part of the request.
 */
export function refusalOf(error: ZodError, body: unknown, place: Path = []): GraphError {
  const [first] = error.issues
  const value = valueAt(body, first!.path)
  const issue = { ...first!, path: [...place, ...first!.path] }
  if (issue.code === 'custom' && issue.params?.code) {
    return new GraphError(issue.params.code as number, {
      details: `Parameter '${dotted(issue.path)}' ${issue.message}`,
    })
  }
  if (issue.code === 'unrecognized_keys') {
    return invalid(`Unexpected key "${issue.keys[0]}" on param "${bracketed(issue.path)}".`)
  }
  if (value === undefined || value === null) return missing(issue.path)
  if (value === '' && issue.path[0] !== 'interactive') return missing(issue.path)
  return refusalOfValue(issue, value)
}

function refusalOfValue(issue: Issue, value: unknown): GraphError {
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map((one) => String(one).toUpperCase()).join(', ')
    return invalid(`Param ${bracketed(issue.path)} must be one of {${allowed}} - got "${String(value)}".`)
  }
  if (issue.code === 'too_big' && typeof value === 'string' && issue.path[0] !== 'interactive') {
    return invalid(`Param ${bracketed(issue.path)} must be at most ${issue.maximum} characters long.`)
  }
  if (issue.code === 'too_big') return notValid(issue.path, `is limited to ${issue.maximum}`)
  if (issue.code === 'too_small') return notValid(issue.path, `must be at least ${issue.minimum}`)
  if (issue.code === 'invalid_type') return notValid(issue.path, `must be of type ${issue.expected}`)
  return notValid(issue.path, 'is not valid')
}

function missing(path: Path): GraphError {
  return new GraphError(131008, {
    details: `Parameter '${dotted(path)}' is mandatory for type '${String(path[0])}'.`,
  })
}

function notValid(path: Path, what: string): GraphError {
  return new GraphError(131009, { details: `Parameter '${dotted(path)}' ${what}.` })
}

function invalid(title: string): GraphError {
  return new GraphError(100, { title })
}

function valueAt(body: unknown, path: Path): unknown {
  return path.reduce((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], body)
}

/** `interactive.action.buttons[0].reply.title` */
function dotted(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1)
}

/** `text['body']`, as Graph names parameters in its own messages. */
export function bracketed([first, ...rest]: Path): string {
  return `${String(first)}${rest.map((key) => (typeof key === 'number' ? `[${key}]` : `['${String(key)}']`)).join('')}`
}
