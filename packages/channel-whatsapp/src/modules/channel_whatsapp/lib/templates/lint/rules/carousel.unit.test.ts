import {
  body,
  buttons,
  footer,
  header,
  image,
  marketing,
  mended,
  reply,
  said,
} from '../../../../../../../test/lint-cases.ts'
import type { CardComponent } from '../../definition/definition.ts'

const at = 'components.1.cards'
const shop = { type: 'URL', text: 'Open', url: 'https://shop.example' } as const
const card = (...components: unknown[]) => ({ components: components as CardComponent[] })
const good = card(image, { type: 'BODY', text: 'Light and small' }, buttons(shop))
const top = body('Two tents for the season. Write stop to end this.')
const carousel = (...cards: (typeof good)[]) => marketing(top, { type: 'CAROUSEL', cards })

describe('a carousel', () => {
  it.each<[string, (typeof good)[], string[]]>([
    ['two cards', [good, good], []],
    ['ten cards', Array(10).fill(good), []],
    ['one card', [good], [`refused carousel_card_count ${at}`]],
    ['eleven cards', Array(11).fill(good), [`refused carousel_card_count ${at}`]],
    [
      'a card without a header',
      [good, card(good.components[1], buttons(shop))],
      [`refused carousel_card_header ${at}.1.components`],
    ],
    [
      'a text as header',
      [good, card(header('Light'), good.components[1], buttons(shop))],
      [`refused carousel_card_header ${at}.1.components`],
    ],
    [
      'a video among pictures',
      [good, card({ ...image, format: 'VIDEO' }, good.components[1], buttons(shop))],
      [`refused carousel_headers_differ ${at}.1.components`],
    ],
    [
      'no button',
      [good, card(image, good.components[1])],
      [`refused carousel_card_buttons ${at}.1.components`],
    ],
    [
      'three buttons',
      [good, card(image, good.components[1], buttons(shop, reply('Yes'), reply('No')))],
      [`refused carousel_card_buttons ${at}.1.components`],
    ],
    [
      'another kind of button',
      [good, card(image, good.components[1], buttons(reply('Yes')))],
      [`refused carousel_buttons_differ ${at}.1.components`],
    ],
    [
      'the same kind with another text',
      [good, card(image, good.components[1], buttons({ ...shop, text: 'Look' }))],
      [],
    ],
    [
      'a text on one card only',
      [good, card(image, buttons(shop))],
      [`refused carousel_bodies_differ ${at}.1.components`],
    ],
    [
      'more lines on one card',
      [good, card(image, { type: 'BODY', text: 'Warm\nand dry' }, buttons(shop))],
      [`advice carousel_lines_differ ${at}.1.components.1.text`],
    ],
  ])('%s', (_, cards, findings) => {
    expect(said(carousel(...cards))).toEqual(findings)
  })

  it('has no parts of its own beside the body', () => {
    const surrounded = marketing(
      header('Tents'),
      top,
      { type: 'CAROUSEL', cards: [good, good] },
      footer('Yours'),
    )
    expect(said(surrounded)).toEqual([
      'refused carousel_extra_part components.0',
      'refused carousel_extra_part components.3',
    ])
    const once = surrounded.components.slice(1)
    expect(mended({ ...surrounded, components: once }, 'carousel_extra_part').components).toHaveLength(2)
  })
})
