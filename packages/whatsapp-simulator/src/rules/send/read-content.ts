import { z } from 'zod'
import { GraphError } from '../../graph/graph-error.ts'
import type { PayloadContent } from '../../world/message.ts'
import { customersOnly, interactiveKinds, plainKinds } from './content-schemas.ts'
import { refusalOf } from './refusal.ts'
import { text } from './text.ts'

export type SentContent =
  | { type: 'text'; body: string }
  | { type: 'template'; template: Record<string, unknown> }
  | PayloadContent

type PlainKind = keyof typeof plainKinds

/** Reads what a send carries by its `type`. Throws what Meta answers to a content that is not right. */
export function readContent(body: Record<string, unknown>): SentContent {
  // Meta takes a body without a type for a text.
  const type = body.type ?? 'text'
  if (type === 'text') return { type, body: parse(z.object({ text }), body).text.body }
  if (type === 'template') {
    return { type, ...parse(z.object({ template: z.record(z.string(), z.unknown()) }), body) }
  }
  if (type === 'interactive') return { type, payload: readInteractive(body) }
  if (isPlainKind(type)) return { type, payload: readPlain(type, body) }
  if (typeof type === 'string' && customersOnly.includes(type)) throw new GraphError(131051)
  throw mustBeOneOf('type', ['text', 'template', 'interactive', ...Object.keys(plainKinds)], type)
}

function readPlain(type: PlainKind, body: Record<string, unknown>): Record<string, unknown> {
  const content = parse(z.object({ [type]: plainKinds[type] }), body)
  // Contacts alone are a list on the wire.
  return type === 'contacts' ? content : (content[type] as Record<string, unknown>)
}

function readInteractive(body: Record<string, unknown>): Record<string, unknown> {
  const frame = z.object({ interactive: z.looseObject({ type: z.string() }) })
  const { type } = parse(frame, body).interactive
  const kind = Object.hasOwn(interactiveKinds, type) ? interactiveKinds[type] : undefined
  if (!kind) throw mustBeOneOf("interactive['type']", Object.keys(interactiveKinds), type)
  return parse(z.object({ interactive: kind }), body).interactive
}

function parse<T>(schema: z.ZodType<T>, body: Record<string, unknown>): T {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  throw refusalOf(read.error, body)
}

function mustBeOneOf(name: string, known: string[], got: unknown): GraphError {
  return new GraphError(100, {
    title: `Param ${name} must be one of {${known.join(', ').toUpperCase()}} - got "${String(got)}".`,
  })
}

function isPlainKind(type: unknown): type is PlainKind {
  return typeof type === 'string' && Object.hasOwn(plainKinds, type)
}
