import type { Template } from '../../../accounts/template.ts'
import { checkAuthentication } from './authentication.ts'
import { checkButtons } from './buttons.ts'
import { checkCards } from './cards.ts'
import { type DefinedComponent, partOf } from './component-schemas.ts'
import { refuseIf } from './refuse.ts'
import { checkBody, checkFooter, checkHeader, LENGTHS } from './texts.ts'
import { checkTimeToLive } from './time-to-live.ts'

type Definition = Pick<Template, 'category' | 'parameter_format' | 'message_send_ttl_seconds'> & {
  components: DefinedComponent[]
}

/** Longest text of a limited-time offer. */
const LONGEST_OFFER = 16

/** Throws what Meta answers to a template that it would not even look at. */
export function checkDefinition(definition: Definition): void {
  const { category, components } = definition
  checkParts(components)
  checkTimeToLive(definition.message_send_ttl_seconds, category)
  if (category === 'AUTHENTICATION') checkAuthentication(components)
  else checkWritten(definition)
}

/** Of a template whose texts are the business's own. */
function checkWritten({ category, components, parameter_format: format }: Definition): void {
  const offer = partOf(components, 'LIMITED_TIME_OFFER')
  const header = partOf(components, 'HEADER')
  if (offer) checkOffer(offer.limited_time_offer, components, category)
  if (header) checkHeader(header, format)
  checkBody(partOf(components, 'BODY')!, format, offer ? LENGTHS.offerBody : LENGTHS.body)
  const footer = partOf(components, 'FOOTER')
  if (footer) checkFooter(footer)
  const buttons = partOf(components, 'BUTTONS')?.buttons ?? []
  refuseIf(
    buttons.some(({ type }) => type === 'OTP'),
    'format',
    'Buttons of type OTP are for codes: category AUTHENTICATION.',
  )
  checkButtons(buttons)
  const carousel = partOf(components, 'CAROUSEL')
  if (carousel) checkCards(carousel.cards, format)
}

function checkParts(components: DefinedComponent[]): void {
  const types = components.map(({ type }) => type)
  refuseIf(new Set(types).size < types.length, 'format', 'A template has one component of each type.')
  refuseIf(!types.includes('BODY'), 'body', 'A template needs a body.')
  for (const [part, others] of Object.entries(ALONE) as [DefinedComponent['type'], string[]][]) {
    const beside = types.find((type) => others.includes(type))
    const isBeside = types.includes(part) && beside !== undefined
    refuseIf(isBeside, 'format', `A template with ${part} has no component of type ${beside}.`)
  }
}

/** What cannot stand in one template with what. */
const ALONE: Partial<Record<DefinedComponent['type'], DefinedComponent['type'][]>> = {
  CAROUSEL: ['HEADER', 'FOOTER', 'BUTTONS', 'LIMITED_TIME_OFFER', 'CALL_PERMISSION_REQUEST'],
  LIMITED_TIME_OFFER: ['FOOTER', 'CALL_PERMISSION_REQUEST'],
  CALL_PERMISSION_REQUEST: ['BUTTONS'],
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/limited-time-offer-templates */
function checkOffer(
  { text, has_expiration: hasEnd }: { text: string; has_expiration: boolean },
  components: DefinedComponent[],
  category: Definition['category'],
): void {
  refuseIf(category !== 'MARKETING', 'format', 'A limited-time offer is of category MARKETING.')
  const header = partOf(components, 'HEADER')
  const isPicture = header === null || header.format === 'IMAGE' || header.format === 'VIDEO'
  refuseIf(!isPicture, 'header', 'A limited-time offer has a header of format IMAGE or VIDEO, or none.')
  refuseIf([...text].length > LONGEST_OFFER, 'tooLong', `An offer has at most ${LONGEST_OFFER} characters.`)
  const types = (partOf(components, 'BUTTONS')?.buttons ?? []).map(({ type }) => type)
  const isFitting = types.every((type) => type === 'COPY_CODE' || type === 'URL')
  refuseIf(!isFitting, 'format', 'A limited-time offer has buttons of type COPY_CODE and URL only.')
  refuseIf(types.indexOf('COPY_CODE') > 0, 'format', 'The button with the offer code stands first.')
  refuseIf(hasEnd && !types.includes('COPY_CODE'), 'format', 'An offer that ends has a code to copy.')
}
