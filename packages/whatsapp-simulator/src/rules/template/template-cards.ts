import { z } from 'zod'
import { bodyText, buttonsOf, componentOf, type Template } from '../../accounts/template.ts'
import { GraphError } from '../../graph/graph-error.ts'
import { parametersOf, type SentComponent } from './sent-component.ts'
import { checkButtons } from './template-buttons.ts'
import { renderHeader } from './template-header.ts'
import { checkParameter } from './template-parameter.ts'
import { fillText } from './template-text.ts'

/** A card has less room than a message of its own. */
const CARD_LIMIT = 160

/** A carousel is sent with as many cards as it was approved with, each with its own header, text and buttons. */
export function checkCards(template: Template, sent: SentComponent[]): void {
  const approved = componentOf(template, 'CAROUSEL')?.cards ?? []
  const cards = sent.flatMap((component) => component.cards)
  if (cards.length !== approved.length) {
    throw new GraphError(132012, {
      details: `carousel: number of cards (${cards.length}) does not match the expected number (${approved.length})`,
    })
  }
  approved.forEach((card, index) => {
    const given = cards.find((candidate) => candidate.card_index === index)
    if (!given) throw new GraphError(132012, { details: `carousel: card ${index} is missing` })
    const { parameter_format: format } = template
    const { components } = given
    renderHeader(format, componentOf(card, 'HEADER'), parametersOf(components, 'header'))
    fillText('body', format, bodyText(card), parametersOf(components, 'body'), CARD_LIMIT)
    checkButtons(
      buttonsOf(card),
      components.filter((component) => component.type === 'button'),
    )
  })
}

const offer = z.strictObject({ expiration_time_ms: z.int().min(1) })

/** An offer that runs out is sent with the time of its end, in milliseconds. */
export function checkOffer(template: Template, sent: SentComponent[]): void {
  const approved = componentOf(template, 'LIMITED_TIME_OFFER')
  const parameters = sent.flatMap((component) => component.parameters)
  const expected = approved?.limited_time_offer.has_expiration ? 1 : 0
  if (parameters.length !== expected) {
    throw new GraphError(132012, {
      details: `limited_time_offer: number of params (${parameters.length}) does not match the expected number (${expected})`,
    })
  }
  for (const parameter of parameters) checkParameter(parameter, 'limited_time_offer', offer)
}
