import { body, header, mended, namedBody, said, withParts } from '../../../../../../../test/lint-cases.ts'
import type { DefinitionComponent, TemplateDefinition } from '../../definition/definition.ts'

const at = 'components.0.example'
const text = 'Your order {{1}} goes by courier {{2}} and will be with you soon.'
const with2 = (...examples: string[]) => withParts(body(text, ...examples))
const exampleOf = ({ components }: TemplateDefinition) =>
  components.flatMap((one) => ('example' in one ? [one.example] : []))[0]

describe('examples', () => {
  it.each<[string, string[], string[]]>([
    ['good ones', ['10482', 'DHL'], []],
    ['none', [], [`refused example_missing ${at}`]],
    ['one too few', ['10482'], [`refused example_missing ${at}`]],
    ['an empty one', ['10482', ' '], [`refused example_missing ${at}`]],
    ['one too many', ['10482', 'DHL', 'Anna'], [`refused example_count ${at}`]],
    ['a variable as an example', ['10482', '{{carrier}}'], [`refused example_braces ${at}`]],
    ['test', ['test', 'DHL'], [`advice example_poor ${at}`]],
    ['xxx', ['10482', 'xxx'], [`advice example_poor ${at}`]],
    ['a single digit', ['1', 'DHL'], [`advice example_poor ${at}`]],
    ['two poor ones are one finding', ['1', 'Test'], [`advice example_poor ${at}`]],
    ['a line break', ['10482', 'DHL\nExpress'], [`advice example_spaces ${at}`]],
    ['five spaces', ['10482', 'DHL     Express'], [`advice example_spaces ${at}`]],
    ['too long a text with them', ['10482', 'D'.repeat(1000)], ['advice filled_too_long components.0.text']],
  ])('%s', (_, examples, findings) => {
    expect(said(with2(...examples))).toEqual(findings)
  })

  it('say more than the name of their variable', () => {
    const named = withParts(
      namedBody('It goes to {{first_name}} in a few days.', { first_name: 'First name' }),
    )
    expect(said({ ...named, parameterFormat: 'NAMED' })).toEqual([`advice example_poor ${at}`])
  })

  it('belong to headers too', () => {
    expect(said(withParts(header('Hello {{1}}'), body()))).toEqual([`refused example_missing ${at}`])
  })

  it('are filled in by the words before a number, and those that are good stay', () => {
    expect(
      exampleOf(
        mended(
          withParts(body('Dear {{1}}, your order {{2}} is here. Total {{3}}, thank you.')),
          'example_missing',
        ),
      ),
    ).toEqual({ body_text: [['Anna', '10482', '€49.90']] })
    expect(exampleOf(mended(with2('77', 'test'), 'example_poor'))).toEqual({ body_text: [['77', 'DHL']] })
    expect(exampleOf(mended(with2('77', 'DHL', 'Anna'), 'example_count'))).toEqual({
      body_text: [['77', 'DHL']],
    })
  })

  it('are filled in by the names of variables, in the template’s language', () => {
    const names: DefinitionComponent = {
      type: 'BODY',
      text: 'Paczka dotrze {{delivery_date}}, kurier {{carrier}} da znać, {{first_name}} już wie.',
    }
    const named: TemplateDefinition = { ...withParts(names), language: 'pl', parameterFormat: 'NAMED' }
    expect(exampleOf(mended(named, 'example_missing'))).toEqual({
      body_text_named_params: [
        { param_name: 'delivery_date', example: '24 marca' },
        { param_name: 'carrier', example: 'DHL' },
        { param_name: 'first_name', example: 'Anna' },
      ],
    })
  })
})
