import type { GraphError } from '../../../graph/graph-error.ts'
import { brokenDefinitions } from '../../../testing/broken-definitions.ts'
import { definitions } from '../../../testing/template-definitions.ts'
import { checkDefinition } from './check-definition.ts'
import { definitionSchema } from './definition-schema.ts'
import { readTemplateBody } from './read-definition.ts'

const frame = { name: 'a_template', language: 'en_US' }

function refusal(body: Record<string, unknown>): GraphError | null {
  try {
    checkDefinition(readTemplateBody(definitionSchema, body))
    return null
  } catch (error) {
    return error as GraphError
  }
}

test.each(Object.keys(definitions))('a template with %s is taken', (name) => {
  expect(refusal({ ...frame, ...definitions[name] })).toBeNull()
})

test('components may come as JSON, as in a form', () => {
  const { category, components } = definitions['a text alone']!
  expect(refusal({ ...frame, category, components: JSON.stringify(components) })).toBeNull()
})

test.each(brokenDefinitions)('%s is refused', (_what, definition, subcode) => {
  const error = refusal({ ...frame, ...definition })
  expect(error).toMatchObject({ code: 100, subcode, httpStatus: 400 })
  expect(error!.user).toEqual({ title: expect.stringMatching(/\w/), message: expect.stringMatching(/\w/) })
})

test.each([
  ['name', 'Order Update'],
  ['name', 'x'.repeat(513)],
  ['language', 'English'],
])('a %s that is %p is refused', (key, value) => {
  expect(refusal({ ...frame, ...definitions['a text alone'], [key]: value })?.title).toMatch(
    `Param ${key} must be`,
  )
})

test('a refusal names the parameter as the caller wrote it', () => {
  const { category, components } = definitions['quick replies']!
  const broken = [components[0], { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Shop' }] }]
  const error = refusal({ ...frame, category, components: broken })
  expect(error?.title).toBe("The parameter components[1]['buttons'][0]['url'] is required.")
})
