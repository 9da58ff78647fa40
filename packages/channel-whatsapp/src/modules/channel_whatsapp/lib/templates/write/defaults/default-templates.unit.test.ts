import { STANDARD_WORDS } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/standard-words'
import { templateDefinition } from '../../definition/definition.ts'
import { lintTemplate } from '../../lint/lint-template.ts'
import { DEFAULT_NAMES } from './default-template.ts'
import { DEFAULT_LANGUAGES, defaultTemplates } from './default-templates.ts'

const all = defaultTemplates().map(
  ({ name, definition }) => [`${name} in ${definition.language}`, definition] as const,
)

test('every default template is there in every language', () => {
  expect(all).toHaveLength(DEFAULT_NAMES.length * DEFAULT_LANGUAGES.length)
  expect(DEFAULT_LANGUAGES).toEqual(['en_US', 'pl', 'de', 'es'])
})

test.each(all)('%s is written as Meta wants it, and nothing advises against it', (_, definition) => {
  expect(templateDefinition.parse(definition)).toEqual(definition)
  expect(lintTemplate(definition).map(({ code, path, params }) => ({ code, path, params }))).toEqual([])
})

test('the same values stand in a template in all its languages', () => {
  for (const name of DEFAULT_NAMES) {
    const variables = defaultTemplates([name]).map(({ definition }) =>
      [...JSON.stringify(definition.components[0]).matchAll(/\{\{(\w+)\}\}/g)].map(([, key]) => key).sort(),
    )
    expect(new Set(variables.map((keys) => keys.join())).size).toBe(1)
  }
})

test('the yes of the question about consent is one that is understood', () => {
  for (const { definition } of defaultTemplates(['double_opt_in'])) {
    const buttons = definition.components.find((one) => one.type === 'BUTTONS')!.buttons
    const [yes] = buttons.flatMap((button) => (button.type === 'QUICK_REPLY' ? [button.text] : []))
    expect(STANDARD_WORDS.confirm).toContain(yes!.toLowerCase())
  }
})
