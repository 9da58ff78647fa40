import { useState } from 'react'

/** Cards have no names: a key of its own keeps the panel of each, and an upload in it, when they are moved or removed. */
export function useCardKeys(count: number) {
  const [{ keys, next }, setKeys] = useState({ keys: [] as number[], next: 0 })
  if (keys.length !== count) {
    const known = keys.slice(0, count)
    const more = Array.from({ length: count - known.length }, (_, index) => next + index)
    setKeys({ keys: [...known, ...more], next: next + more.length })
  }
  return {
    keys,
    /** @param order where each card stood before */
    arrangeKeys: (order: readonly number[]) =>
      setKeys((before) => ({ ...before, keys: order.map((from) => before.keys[from]!) })),
  }
}
