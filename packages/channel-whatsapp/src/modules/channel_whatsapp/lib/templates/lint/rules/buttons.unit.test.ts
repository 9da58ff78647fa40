import { body, buttons, mended, reply, said, withParts } from '../../../../../../../test/lint-cases.ts'
import type { DefinitionButton } from '../../definition/definition.ts'

const at = 'components.1.buttons'
const replies = (count: number) => Array.from({ length: count }, (_, index) => reply(`Answer ${index + 1}`))
const site = (text: string): DefinitionButton => ({ type: 'URL', text, url: 'https://shop.example' })
const phone = (text: string): DefinitionButton => ({
  type: 'PHONE_NUMBER',
  text,
  phone_number: '48601234567',
})
const code: DefinitionButton = { type: 'COPY_CODE', example: 'TENT25' }
const textsOf = ({ components }: ReturnType<typeof withParts>) =>
  components.flatMap((one) => (one.type === 'BUTTONS' ? one.buttons.map(({ text }) => text) : []))

describe('the buttons of a template', () => {
  it.each<[string, DefinitionButton[], string[]]>([
    ['ten quick replies', replies(10), []],
    ['eleven', replies(11), [`refused buttons_too_many ${at}`]],
    ['none in the list', [], [`refused buttons_missing ${at}`]],
    ['two links', [site('Shop'), site('Help')], []],
    ['three links', [site('Shop'), site('Help'), site('News')], [`refused buttons_too_many_of_kind ${at}`]],
    ['two phone numbers', [phone('Call'), phone('Call Jan')], [`refused buttons_too_many_of_kind ${at}`]],
    ['two codes', [code, code], [`refused buttons_too_many_of_kind ${at}`]],
    [
      'two catalogues',
      [
        { type: 'CATALOG', text: 'See' },
        { type: 'CATALOG', text: 'Look' },
      ],
      [`refused buttons_too_many_of_kind ${at}`],
    ],
    ['one of each', [...replies(2), site('Shop'), phone('Call'), code], []],
    ['quick replies last', [site('Shop'), ...replies(2)], []],
    [
      'quick replies in between',
      [site('Shop'), ...replies(2), phone('Call')],
      [`refused quick_replies_split ${at}`],
    ],
    ['a link between them', [reply('Yes'), site('Shop'), reply('No')], [`refused quick_replies_split ${at}`]],
    [
      'a flow that is not chosen',
      [{ type: 'FLOW', text: 'Go', flow_id: '' }],
      [`refused flow_missing ${at}.0.flow_id`],
    ],
    ['a call for a month', [{ type: 'VOICE_CALL', text: 'Call', ttl_minutes: 43_200 }], []],
    [
      'a call for longer',
      [{ type: 'VOICE_CALL', text: 'Call', ttl_minutes: 43_201 }],
      [`refused call_ttl ${at}.0.ttl_minutes`],
    ],
  ])('%s', (_, list, findings) => {
    expect(said(withParts(body(), buttons(...list)))).toEqual(findings)
  })

  it('are put together with what stands first left there', () => {
    const mend = (...list: DefinitionButton[]) =>
      textsOf(mended(withParts(body(), buttons(...list)), 'quick_replies_split'))
    expect(mend(reply('Yes'), site('Shop'), reply('No'))).toEqual(['Yes', 'No', 'Shop'])
    expect(mend(site('Shop'), reply('Yes'), phone('Call'))).toEqual(['Shop', 'Call', 'Yes'])
  })
})
