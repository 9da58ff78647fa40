import { body, bodyText, mended, namedBody, said, withParts } from '../../../../../../../test/lint-cases.ts'
import type { TemplateDefinition } from '../../definition/definition.ts'

const at = 'components.0.text'
const asNamed = (definition: TemplateDefinition): TemplateDefinition => ({
  ...definition,
  parameterFormat: 'NAMED',
})
const numbers = (text: string, ...examples: string[]) => withParts(body(text, ...examples))
const names = (text: string, examples: Record<string, string>) =>
  asNamed(withParts(namedBody(text, examples)))

describe('what variables are called', () => {
  it.each<[string, TemplateDefinition, string[]]>([
    [
      'numbers in any order',
      numbers('It goes by {{2}} on the day {{1}} to your house.', '24 March', 'DHL'),
      [],
    ],
    ['the same number twice', numbers('Order {{1}} is packed. We send {{1}} to you today.', '10482'), []],
    [
      'a gap',
      numbers('It goes by {{1}} on the day {{3}} to your house.', 'DHL', '24 March'),
      [`refused variables_gap ${at}`],
    ],
    ['from zero', numbers('It goes by {{0}} to your own house.', 'DHL'), [`refused variables_gap ${at}`]],
    ['names', names('It goes by {{carrier}} to your own house.', { carrier: 'DHL' }), []],
    [
      'names where numbers are expected',
      {
        ...names('It goes by {{carrier}} to your own house.', { carrier: 'DHL' }),
        parameterFormat: 'POSITIONAL',
      },
      [`refused variables_mixed ${at}`, 'refused example_missing components.0.example'],
    ],
    [
      'numbers where names are expected',
      asNamed(numbers('It goes by {{1}} to your own house.', 'DHL')),
      [`refused variables_mixed ${at}`, 'refused example_missing components.0.example'],
    ],
    [
      'capitals in a name',
      names('It goes by {{Carrier}} to your own house.', { Carrier: 'DHL' }),
      [`refused variable_name_bad ${at}`],
    ],
    [
      'a blank in a name',
      names('It goes to {{first name}} in a few days.', { 'first name': 'Anna' }),
      [`refused variable_name_bad ${at}`],
    ],
  ])('%s', (_, definition, findings) => {
    expect(said(definition)).toEqual(findings)
  })

  it('are renumbered with their examples', () => {
    const two = numbers('It goes by {{2}} on the day {{5}} to your house.', 'DHL', '24 March')
    expect(mended(two, 'variables_gap').components).toEqual([
      body('It goes by {{1}} on the day {{2}} to your house.', 'DHL', '24 March'),
    ])
    const three = numbers('It goes by {{1}} on the day {{3}} to your house.', 'DHL', 'unused', '24 March')
    expect(mended(three, 'variables_gap').components).toEqual([
      body('It goes by {{1}} on the day {{2}} to your house.', 'DHL', '24 March'),
    ])
  })

  it('are put into Meta’s letters with their examples, unless two become one', () => {
    const one = names('It goes to {{First Name}} in a few days.', { 'First Name': 'Anna' })
    expect(mended(one, 'variable_name_bad').components).toEqual([
      namedBody('It goes to {{first_name}} in a few days.', { first_name: 'Anna' }),
    ])
    const two = names('It goes to {{Name}} and to {{name}} in a few days.', { Name: 'Anna', name: 'Jan' })
    expect(() => mended(two, 'variable_name_bad')).toThrow('Nothing mends')
  })

  it('are taken as what they all are', () => {
    const mixed = {
      ...names('It goes by {{carrier}} to your own house.', { carrier: 'DHL' }),
      parameterFormat: 'POSITIONAL' as const,
    }
    const after = mended(mixed, 'variables_mixed')
    expect(after.parameterFormat).toBe('NAMED')
    expect(bodyText(after)).toBe(bodyText(mixed))
  })
})
