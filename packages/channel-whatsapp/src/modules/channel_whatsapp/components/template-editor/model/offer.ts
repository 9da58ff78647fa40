import { type Parts, partOf, withPart } from './parts.ts'

interface Offer {
  text: string
  has_expiration: boolean
}

export function offerOf(parts: Parts): Offer {
  const offer = partOf(parts, 'LIMITED_TIME_OFFER')?.limited_time_offer
  return { text: offer?.text ?? '', has_expiration: offer?.has_expiration ?? true }
}

export function setOffer(parts: Parts, change: Partial<Offer>): Parts {
  return withPart(parts, {
    type: 'LIMITED_TIME_OFFER',
    limited_time_offer: { ...offerOf(parts), ...change },
  })
}
