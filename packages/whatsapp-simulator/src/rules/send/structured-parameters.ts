import { plainKinds } from './content-schemas.ts'

const structured = [
  'text',
  'template',
  'interactive',
  'context',
  'typing_indicator',
  ...Object.keys(plainKinds),
]

/**
 * Graph takes objects and lists as JSON text too, in a form and inside JSON. Other parameters stay as they are:
 * a caller's own data may well be JSON that it wants back as text.
 */
export function readStructured(body: Record<string, unknown>): Record<string, unknown> {
  const read = { ...body }
  for (const name of structured) {
    const value = body[name]
    if (typeof value !== 'string') continue
    try {
      read[name] = JSON.parse(value)
    } catch {
      // No JSON: refused later as what it is.
    }
  }
  return read
}
