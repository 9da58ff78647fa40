import {
  body,
  buttons,
  footer,
  header,
  image,
  link,
  marketing,
  mended,
  reply,
  said,
} from '../../../../../../../test/lint-cases.ts'
import type { DefinitionButton, DefinitionComponent } from '../../definition/definition.ts'

const words = body('Tents cost less until Sunday. Reply STOP to hear no more from us.')
const code: DefinitionButton = { type: 'COPY_CODE', example: 'TENT25' }
const site = link('https://shop.example')
const offer = (text = 'Ends soon', has_expiration = true): DefinitionComponent => ({
  type: 'LIMITED_TIME_OFFER',
  limited_time_offer: { text, has_expiration },
})

describe('a limited-time offer', () => {
  it.each<[string, DefinitionComponent[], string[]]>([
    ['with code and link', [offer(), words, buttons(code, site)], []],
    ['with a picture', [offer(), words, buttons(code, site), image], []],
    ['of 16 characters', [offer('a'.repeat(16)), words, buttons(code)], []],
    [
      'of 17 characters',
      [offer('a'.repeat(17)), words, buttons(code)],
      ['refused text_too_long components.0.limited_time_offer.text'],
    ],
    [
      'that says nothing',
      [offer(''), words, buttons(code)],
      ['refused text_missing components.0.limited_time_offer.text'],
    ],
    [
      'with a footer',
      [offer(), words, buttons(code), footer('Yours')],
      ['refused offer_footer components.3'],
    ],
    [
      'with a text above',
      [offer(), words, buttons(code), header('Tents')],
      ['refused offer_header components.3'],
    ],
    [
      'with the link first',
      [offer(), words, buttons(site, code)],
      ['refused offer_code_first components.2.buttons'],
    ],
    ['without a code', [offer(), words, buttons(site)], ['refused offer_code_missing components.2.buttons']],
    ['without code and end', [offer('Ends soon', false), words, buttons(site)], []],
    [
      'with a quick reply',
      [offer(), words, buttons(code, reply('Yes'))],
      ['refused offer_button components.2.buttons.1'],
    ],
  ])('%s', (_, components, findings) => {
    expect(said(marketing(...components))).toEqual(findings)
  })

  it('is marketing', () => {
    const utility = { ...marketing(offer(), words, buttons(code)), category: 'UTILITY' as const }
    expect(said(utility)).toContain('refused offer_category category')
    expect(mended(utility, 'offer_category').category).toBe('MARKETING')
  })

  it('puts its code first at a tap', () => {
    const after = mended(marketing(offer(), words, buttons(site, code)), 'offer_code_first')
    expect(after.components[2]).toEqual(buttons(code, site))
  })
})
