import { useState } from 'react'

/** Which phone is in the hand and which chat is open on it; kept in the address, so that a reload stays there. */
export type Place = { customerId: string; phoneNumberId: string | null }

export function usePlace(): [Place, (place: Place) => void] {
  const [place, setPlace] = useState<Place>(() => {
    const address = new URLSearchParams(location.search)
    return { customerId: address.get('customer') ?? 'maria', phoneNumberId: address.get('number') }
  })
  return [
    place,
    (next) => {
      const address = new URLSearchParams({ customer: next.customerId })
      if (next.phoneNumberId) address.set('number', next.phoneNumberId)
      history.replaceState(null, '', `?${address}`)
      setPlace(next)
    },
  ]
}
