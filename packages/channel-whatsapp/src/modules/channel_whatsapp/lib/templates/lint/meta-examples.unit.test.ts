import { metaTemplateExamples } from '../../../../../../test/meta-template-examples.ts'
import { wireDefinition } from '../definition/definition.ts'
import { lintTemplate } from './lint-template.ts'

// One file, for reading Meta's document takes seconds.
const examples = metaTemplateExamples()

describe('Meta’s own examples', () => {
  if (examples)
    it.each(examples)('are taken by the schema and not refused by the lint: $what', ({ wire }) => {
      const definition = wireDefinition.parse(wire)
      expect(lintTemplate(definition).filter(({ level }) => level === 'refused')).toEqual([])
    })
  else it.skip('skipped: Meta’s OpenAPI document does not lie beside this repository', () => {})
})
