import type { Template } from '../../../accounts/template.ts'
import { checkButtons } from './buttons.ts'
import { type DefinedCard, partOf } from './component-schemas.ts'
import { refuseIf } from './refuse.ts'
import { checkBody, checkHeader, LENGTHS } from './texts.ts'

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/media-card-carousel-templates */
const CARDS = { least: 2, most: 10 } as const
const MOST_BUTTONS = 2
const ON_A_CARD = ['IMAGE', 'VIDEO', 'PRODUCT']

/** Cards are all made alike: the same kind of picture, the same parts, the same buttons in the same order. */
export function checkCards(cards: DefinedCard[], format: Template['parameter_format']): void {
  const isRight = cards.length >= CARDS.least && cards.length <= CARDS.most
  refuseIf(!isRight, 'format', `A carousel has ${CARDS.least} to ${CARDS.most} cards.`)
  const shapes = new Set(cards.map(shapeOf))
  refuseIf(shapes.size > 1, 'format', 'The cards of a carousel have the same components and buttons.')
  for (const { components } of cards) {
    const header = partOf(components, 'HEADER')
    const isPicture = header !== null && ON_A_CARD.includes(header.format)
    refuseIf(!isPicture, 'header', 'A card has a header of format IMAGE, VIDEO or PRODUCT.')
    checkHeader(header!, format)
    const body = partOf(components, 'BODY')
    if (body) checkBody(body, format, LENGTHS.cardBody)
    const buttons = partOf(components, 'BUTTONS')?.buttons ?? []
    const isFew = buttons.length > 0 && buttons.length <= MOST_BUTTONS
    refuseIf(!isFew, 'format', `A card has 1 to ${MOST_BUTTONS} buttons.`)
    checkButtons(buttons)
  }
}

function shapeOf({ components }: DefinedCard): string {
  const parts = components.map((component) => {
    if (component.type === 'HEADER') return `HEADER ${component.format}`
    if (component.type === 'BODY') return 'BODY'
    return component.buttons.map(({ type }) => type).join()
  })
  return parts.sort().join(' ')
}
