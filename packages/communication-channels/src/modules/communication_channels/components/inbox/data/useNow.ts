import { useEffect, useState } from 'react'

/** The current time in milliseconds, renewed after the delay that `untilNext` names; null stops the clock. */
export function useNow(untilNext: (now: number) => number | null): number {
  const [now, setNow] = useState(() => Date.now())
  const delay = untilNext(now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the delay may be the same again, the wait is a new one
  useEffect(() => {
    if (delay === null) return
    const timer = window.setTimeout(() => setNow(Date.now()), delay)
    return () => window.clearTimeout(timer)
  }, [delay, now])
  return now
}

const untilNextMinute = (now: number) => 60_000 - (now % 60_000)

/** The current time, renewed every full minute: for relative times in lists. */
export function useMinute(): number {
  return useNow(untilNextMinute)
}
