import fc, { type Arbitrary } from 'fast-check'
import type { z } from 'zod'

/** What of a schema is read here. */
interface Definition {
  type: string
  shape?: Record<string, z.ZodType>
  options?: z.ZodType[]
  values?: unknown[]
  entries?: Record<string, unknown>
  element?: z.ZodType
  innerType?: z.ZodType
  valueType?: z.ZodType
  out?: z.ZodType
}

const NUMBERS = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer(), fc.double({ min: -180, max: 180 }))

const STRINGS = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom('👍', 'EUR', '1990-12-31', '2026-12-01T12:00:00Z', 'x'.repeat(1000), 'a\nb\nc\nd'),
  fc.constantFrom('https://shop.example/a', '0192f4f0-0000-7000-8000-000000000000'),
)

/** Values of a schema's shape; most of them keep its other rules too. */
export function arbitraryOf(schema: z.ZodType): Arbitrary<unknown> {
  const definition = schema._zod.def as unknown as Definition & { format?: string }
  switch (definition.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(definition.shape!).map(([key, field]) => [key, arbitraryOf(field)]),
        ),
      )
    case 'union':
      return fc.oneof(...definition.options!.map(arbitraryOf))
    case 'optional':
    case 'default':
      return fc.option(arbitraryOf(definition.innerType!), { nil: undefined })
    case 'array':
      return fc.array(arbitraryOf(definition.element!), { minLength: 1, maxLength: 4 })
    case 'literal':
      return fc.constantFrom(...definition.values!)
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries!))
    case 'record':
      return fc.dictionary(STRINGS, arbitraryOf(definition.valueType!), { maxKeys: 3 })
    case 'pipe':
      return arbitraryOf(definition.out!)
    case 'boolean':
      return fc.boolean()
    case 'number':
      return NUMBERS
    case 'string':
      return definition.format === 'url' || definition.format === 'uuid'
        ? exactly(definition.format)
        : STRINGS
    case 'unknown':
      return fc.jsonValue()
    default:
      throw new Error(`No values are known for a schema of the kind ${definition.type}`)
  }
}

function exactly(format: 'url' | 'uuid'): Arbitrary<string> {
  return fc.constant(format === 'url' ? 'https://shop.example/a' : '0192f4f0-0000-7000-8000-000000000000')
}
