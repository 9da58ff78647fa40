import { useState } from 'react'
import { MOST_AT_ONCE } from './replay/replay.ts'

/** Which rows are chosen, among those that are shown and may be. */
export function useChosen(choosable: string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const ids = choosable.filter((id) => chosen.has(id))
  const most = choosable.slice(0, MOST_AT_ONCE)
  return {
    ids,
    isFull: ids.length >= MOST_AT_ONCE,
    areAll: most.length > 0 && most.every((id) => chosen.has(id)),
    toggle(id: string) {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      setChosen(next)
    },
    chooseAll: (isWanted: boolean) => setChosen(new Set(isWanted ? most : [])),
  }
}
