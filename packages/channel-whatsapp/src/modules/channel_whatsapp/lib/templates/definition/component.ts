import { z } from 'zod'
import { definitionButton } from './button.ts'
import { writtenText } from './written-text.ts'

const text = writtenText(5_000)
const namedExamples = z.array(z.strictObject({ param_name: text, example: text })).max(100)
const type = <Kind extends string>(kind: Kind) => z.literal(kind)

const header = z.strictObject({
  type: type('HEADER'),
  format: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION', 'PRODUCT']),
  text: text.optional(),
  example: z
    .strictObject({
      header_text: z.array(text).max(100).optional(),
      header_text_named_params: namedExamples.optional(),
      /** What the resumable upload of a sample answered; Meta's own example joins several with line breaks. */
      header_handle: z.array(text).max(10).optional(),
    })
    .optional(),
})

const body = z.strictObject({
  type: type('BODY'),
  text: text.optional(),
  example: z
    .strictObject({
      body_text: z.array(z.array(text).max(100)).max(1).optional(),
      body_text_named_params: namedExamples.optional(),
    })
    .optional(),
  /** Of an authentication template, whose text Meta writes. */
  add_security_recommendation: z.boolean().optional(),
})

const footer = z.strictObject({
  type: type('FOOTER'),
  text: text.optional(),
  code_expiration_minutes: z.int32().optional(),
})

const buttons = z.strictObject({ type: type('BUTTONS'), buttons: z.array(definitionButton).max(20) })

export const cardComponent = z.discriminatedUnion('type', [header, body, buttons])
export type CardComponent = z.output<typeof cardComponent>

const carousel = z.strictObject({
  type: type('CAROUSEL'),
  cards: z.array(z.strictObject({ components: z.array(cardComponent).max(5) })).max(20),
})

const offer = z.strictObject({
  type: type('LIMITED_TIME_OFFER'),
  limited_time_offer: z.strictObject({ text, has_expiration: z.boolean().optional() }),
})

/** Meta's own JSON, strict in its keys and lenient in what a merchant has not written yet. */
export const definitionComponent = z.discriminatedUnion('type', [
  header,
  body,
  footer,
  buttons,
  carousel,
  offer,
  z.strictObject({ type: type('CALL_PERMISSION_REQUEST') }),
])
export type DefinitionComponent = z.output<typeof definitionComponent>
export type ComponentType = DefinitionComponent['type']

export type HeaderComponent = z.output<typeof header>
export type BodyComponent = z.output<typeof body>
export type FooterComponent = z.output<typeof footer>
export type ButtonsComponent = z.output<typeof buttons>
export type CarouselComponent = z.output<typeof carousel>
export type OfferComponent = z.output<typeof offer>
