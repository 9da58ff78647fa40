import { body, buttons, mended, reply, said, withParts } from '../../../../../../../test/lint-cases.ts'
import type { DefinitionButton } from '../../definition/definition.ts'

const at = 'components.1.buttons.0.text'

describe('what is written on buttons', () => {
  it.each<[string, DefinitionButton[], string[]]>([
    ['25 characters', [reply('a'.repeat(25))], []],
    ['26 characters', [reply('a'.repeat(26))], [`refused text_too_long ${at}`]],
    ['nothing', [reply(' ')], [`refused text_missing ${at}`]],
    ['a variable', [reply('Pay {{1}}')], [`refused button_text_variable ${at}`]],
    ['an emoji', [reply('Yes 👍')], [`refused button_text_formatting ${at}`]],
    ['bold words', [reply('*Yes*')], [`refused button_text_formatting ${at}`]],
    [
      'the same twice',
      [reply('Yes'), reply('Yes')],
      ['refused button_text_repeated components.1.buttons.1.text'],
    ],
    ['nothing where Meta writes it', [{ type: 'COPY_CODE', example: 'TENT25' }], []],
    [
      'no code to copy',
      [{ type: 'COPY_CODE', example: '' }],
      ['refused text_missing components.1.buttons.0.example'],
    ],
    ['the longest code', [{ type: 'COPY_CODE', example: 'A'.repeat(15) }], []],
    [
      'a longer one',
      [{ type: 'COPY_CODE', example: 'A'.repeat(16) }],
      ['refused text_too_long components.1.buttons.0.example'],
    ],
  ])('%s', (_, list, findings) => {
    expect(said(withParts(body(), buttons(...list)))).toEqual(findings)
  })

  it('keeps its plain words', () => {
    const decorated = withParts(body(), buttons(reply('*Yes*,\nplease 👍')))
    expect(mended(decorated, 'button_text_formatting').components[1]).toEqual(buttons(reply('Yes, please')))
    expect(() => mended(withParts(body(), buttons(reply('👍'))), 'button_text_formatting')).toThrow(
      'Nothing mends',
    )
  })
})
