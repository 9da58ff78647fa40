import type { ZodError, ZodType } from 'zod'
import type { GraphError } from '../../../graph/graph-error.ts'
import { parameterRefusal } from '../../../graph/template-refusal.ts'
import { bracketed } from '../../send/refusal.ts'

/** In a form or an address whole lists come as JSON. */
const LISTS = ['components', 'languages', 'library_template_body_inputs', 'library_template_button_inputs']

/** What was sent in by its schema. Throws code 100, which names the first parameter that is not right. */
export function readTemplateBody<T>(schema: ZodType<T>, parameters: Record<string, unknown>): T {
  const given = { ...parameters }
  for (const key of LISTS) if (typeof given[key] === 'string') given[key] = parsed(given[key])
  const read = schema.safeParse(given)
  if (!read.success) throw refusalOf(read.error, given)
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function refusalOf(error: ZodError, body: unknown): GraphError {
  const [issue] = error.issues
  const path = bracketed(issue!.path)
  const value = issue!.path.reduce(
    (node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key],
    body,
  )
  if (issue!.code === 'unrecognized_keys') {
    const place = issue!.path.length > 0 ? ` on param "${path}"` : ''
    return parameterRefusal(`Unexpected key "${issue!.keys[0]}"${place}.`)
  }
  if (value === undefined) return parameterRefusal(`The parameter ${path} is required.`)
  if (issue!.code === 'invalid_value') {
    const allowed = issue!.values.map(String).join(', ')
    return parameterRefusal(`Param ${path} must be one of {${allowed}} - got "${String(value)}".`)
  }
  if (issue!.code === 'invalid_union' && issue!.path.at(-1) === 'type')
    return parameterRefusal(`Param ${path} is no type there is - got "${String(value)}".`)
  if (issue!.code === 'invalid_type')
    return parameterRefusal(`Param ${path} must be of type ${issue!.expected}.`)
  if (issue!.code === 'invalid_format') return parameterRefusal(`Param ${path} ${issue!.message}.`)
  return parameterRefusal(`Param ${path} is not valid.`)
}
