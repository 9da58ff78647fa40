import type { TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import { newButton } from './button-kinds.ts'
import { setButtons } from './buttons.ts'
import { newCard, setCards } from './carousel.ts'
import { headerKind } from './header.ts'
import { type Parts, partOf, withoutPart, withPart } from './parts.ts'

/** What a template is made of; codes have a form of their own, the last two are for marketing only. */
const LAYOUTS = ['standard', 'carousel', 'offer', 'call_permission'] as const
export type Layout = (typeof LAYOUTS)[number] | 'code'

export function layoutOf({
  category,
  components,
}: Pick<TemplateDefinition, 'category' | 'components'>): Layout {
  if (category === 'AUTHENTICATION') return 'code'
  if (partOf(components, 'CAROUSEL')) return 'carousel'
  if (partOf(components, 'LIMITED_TIME_OFFER')) return 'offer'
  return partOf(components, 'CALL_PERMISSION_REQUEST') ? 'call_permission' : 'standard'
}

export function layoutsFor(category: TemplateDefinition['category']): Layout[] {
  if (category === 'AUTHENTICATION') return ['code']
  return category === 'MARKETING' ? [...LAYOUTS] : ['standard', 'call_permission']
}

/**
 * Goes over to another layout; the text stays, and what the new one does not have goes.
 *
 * @param formerly what the template was made of when it last had that layout
 */
export function setLayout(
  definition: TemplateDefinition,
  layout: Layout,
  formerly: Parts | null = null,
): TemplateDefinition {
  if (layoutOf(definition) === layout) return definition
  const body = partOf(definition.components, 'BODY')
  if (formerly) return { ...definition, components: body ? withPart(formerly, body) : formerly }
  return { ...definition, components: partsFor(definition.components, layout) }
}

function partsFor(parts: Parts, layout: Layout): Parts {
  const plain = (['CAROUSEL', 'LIMITED_TIME_OFFER', 'CALL_PERMISSION_REQUEST'] as const).reduce(
    withoutPart,
    parts,
  )
  const body = partOf(plain, 'BODY')
  const written: Parts = [body?.text === undefined ? { type: 'BODY', text: '' } : body]
  if (layout === 'code') return codeParts()
  if (layout === 'carousel') return setCards(written, [newCard(), newCard()])
  if (layout === 'call_permission') {
    return withPart(written, { type: 'CALL_PERMISSION_REQUEST' })
  }
  if (layout === 'offer') return offerParts(plain, written)
  return body?.text === undefined ? written : plain
}

/** Meta: an offer has a picture or a video at most, its code to copy and a link, and no footer. */
function offerParts(parts: Parts, written: Parts): Parts {
  const kind = headerKind(parts)
  const header = partOf(parts, 'HEADER')
  const kept = header && (kind === 'IMAGE' || kind === 'VIDEO') ? withPart(written, header) : written
  const offer = { text: '', has_expiration: true }
  return setButtons(withPart(kept, { type: 'LIMITED_TIME_OFFER', limited_time_offer: offer }), [
    newButton('COPY_CODE', ''),
    newButton('URL', ''),
  ])
}

export function codeParts(): Parts {
  return setButtons([{ type: 'BODY', add_security_recommendation: true }], [newButton('OTP', '')])
}
