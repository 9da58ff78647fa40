import { useEffect, useRef, useState } from 'react'

/** Addresses of chosen samples in this browser; each is given back when it is shown no more. */
export function usePictures() {
  const [addresses, setAddresses] = useState<Readonly<Record<string, string>>>({})
  const held = useRef(addresses)
  const put = (next: Record<string, string>) => {
    const kept = new Set(Object.values(next))
    for (const address of Object.values(held.current)) if (!kept.has(address)) URL.revokeObjectURL(address)
    held.current = next
    setAddresses(next)
  }
  useEffect(
    () => () => {
      for (const address of Object.values(held.current)) URL.revokeObjectURL(address)
    },
    [],
  )
  return {
    addresses,
    show: (key: string, address: string | null) => {
      const { [key]: _, ...rest } = held.current
      if (address !== null || key in held.current) put(address === null ? rest : { ...rest, [key]: address })
    },
    /** @param order where each card stood before; the pictures of those that are not named go */
    arrangeCards: (order: readonly number[]) => {
      const all = Object.entries(held.current)
      const moved = order.flatMap((from, to) =>
        all
          .filter(([key]) => key.startsWith(`cards.${from}.`))
          .map(([key, address]) => [key.replace(`cards.${from}.`, `cards.${to}.`), address]),
      )
      put(Object.fromEntries([...all.filter(([key]) => !key.startsWith('cards.')), ...moved]))
    },
    clear: () => put({}),
  }
}
