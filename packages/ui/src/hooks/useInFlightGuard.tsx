import { useCallback, useRef, useState } from 'react'

export type InFlightGuardOptions = { onDuplicate?: () => void }

export type InFlightGuard = {
  isPending: boolean
  /** Runs the operation unless one is still running; then answers undefined. */
  run<R>(operation: () => Promise<R>): Promise<R | undefined>
  guard<A extends unknown[], R>(operation: (...args: A) => Promise<R>): (...args: A) => Promise<R | undefined>
}

/** A second click while the first request is under way does nothing. */
export function useInFlightGuard({ onDuplicate }: InFlightGuardOptions = {}): InFlightGuard {
  const isRunning = useRef(false)
  const [isPending, setIsPending] = useState(false)

  const run = useCallback(
    async <R,>(operation: () => Promise<R>): Promise<R | undefined> => {
      // A ref, not the state: two clicks can arrive before React renders once.
      if (isRunning.current) {
        onDuplicate?.()
        return undefined
      }
      isRunning.current = true
      setIsPending(true)
      try {
        return await operation()
      } finally {
        isRunning.current = false
        setIsPending(false)
      }
    },
    [onDuplicate],
  )

  const guard = useCallback(
    <A extends unknown[], R>(operation: (...args: A) => Promise<R>) =>
      (...args: A) =>
        run(() => operation(...args)),
    [run],
  )

  return { isPending, run, guard }
}
