import type { GraphTemplate } from '../../graph/list-templates.ts'
import type { TemplateDefinition } from '../definition/definition.ts'
import { isWritten } from './is-written.ts'

const written: TemplateDefinition = {
  ...{ name: 'one', language: 'en_US', category: 'UTILITY', parameterFormat: 'POSITIONAL' },
  components: [{ type: 'BODY', text: 'Your parcel is here.' }],
}
const listed = (more: object = {}): GraphTemplate => ({
  ...{ id: '1', name: 'one', language: 'en_US', status: 'PENDING', category: 'UTILITY' },
  components: written.components,
  ...more,
})
const body = (text: string, more: object = {}) => ({ components: [{ type: 'BODY', text, ...more }] })

test.each<[string, Partial<TemplateDefinition>, object, boolean]>([
  ['the same', {}, {}, true],
  ['the same, of which Meta lists more', {}, body('Your parcel is here.', { link_tracking: true }), true],
  ['another text', {}, body('Somebody else wrote this.'), false],
  ['another category', {}, { category: 'MARKETING' }, false],
  ['variables by name', {}, { parameter_format: 'NAMED' }, false],
  ['a part that cannot be written', {}, { components: [{ type: 'POEM' }] }, false],
  ['tried for as long', { ttlSeconds: 60 }, { message_send_ttl_seconds: 60 }, true],
  ['tried for longer', { ttlSeconds: 60 }, { message_send_ttl_seconds: 90 }, false],
  ['not known for how long it is tried', { ttlSeconds: 60 }, {}, false],
])('what Meta has by the name is %s', (_, given, found, expected) => {
  expect(isWritten(listed(found), { ...written, ...given })).toBe(expected)
})

test('the texts that Meta wrote into a one-time code make it no other one', () => {
  const code: TemplateDefinition = {
    ...written,
    category: 'AUTHENTICATION',
    components: [{ type: 'BODY', add_security_recommendation: true }],
  }
  const text = body('*{{1}}* is your verification code.', { add_security_recommendation: true })
  expect(isWritten(listed({ category: 'AUTHENTICATION', ...text }), code)).toBe(true)
})
