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
    clear: () => put({}),
  }
}
