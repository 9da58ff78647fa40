import { type RefObject, useEffect, useRef } from 'react'

/** Whoever chose to answer a message means to write next. */
export function useQuoteFocus(
  quoteId: string | undefined,
  field: RefObject<HTMLTextAreaElement | null>,
): void {
  const shown = useRef(quoteId)
  useEffect(() => {
    const isNew = quoteId && quoteId !== shown.current
    shown.current = quoteId
    if (!isNew) return
    // The menu in which it was chosen gives the focus back to its own button first.
    const timer = window.setTimeout(() => field.current?.focus(), 50)
    return () => window.clearTimeout(timer)
  }, [quoteId, field])
}
