import { useCallback, useEffect, useRef } from 'react'

/** The call, made once for all wishes that come within `gatherFor` milliseconds of the first. */
export function useGathered(call: () => void, gatherFor = 1000): () => void {
  const latest = useRef(call)
  latest.current = call
  const timer = useRef<number | null>(null)
  useEffect(() => () => void (timer.current && window.clearTimeout(timer.current)), [])
  return useCallback(() => {
    timer.current ??= window.setTimeout(() => {
      timer.current = null
      latest.current()
    }, gatherFor)
  }, [gatherFor])
}
