import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

type ThreadScrollOptions = {
  firstKey: string | null
  lastKey: string | null
  /** The newest entry is one's own: writing always shows what was written. */
  isLastOwn: boolean
  canReadOlder: boolean
  readOlder: () => void
}

type ThreadScroll = {
  scroller: RefObject<HTMLDivElement | null>
  content: RefObject<HTMLDivElement | null>
  isAtEnd: boolean
  hasUnseen: boolean
  onScroll: () => void
  jumpToEnd: () => void
}

const nearTheEnd = 64
const nearTheStart = 300

/**
 * Keeps a thread where its reader is: at the newest message while they are there, at the same message while older ones
 * are put above it, and otherwise still, with a note that something new came.
 */
export function useThreadScroll(options: ThreadScrollOptions): ThreadScroll {
  const { firstKey, lastKey, isLastOwn, canReadOlder, readOlder } = options
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const before = useRef({ firstKey: null as string | null, lastKey: null as string | null, height: 0 })
  const sticks = useRef(true)
  const [isAtEnd, setIsAtEnd] = useState(true)
  const [hasUnseen, setHasUnseen] = useState(false)

  const toEnd = useCallback(() => {
    const box = scroller.current
    if (box) box.scrollTop = box.scrollHeight
  }, [])

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box || lastKey === null) return
    const last = before.current
    if (lastKey !== last.lastKey) {
      if (sticks.current || isLastOwn || last.lastKey === null) toEnd()
      else setHasUnseen(true)
    } else if (firstKey !== last.firstKey) {
      box.scrollTop += box.scrollHeight - last.height
    }
    before.current = { firstKey, lastKey, height: box.scrollHeight }
  }, [firstKey, lastKey, isLastOwn, toEnd])

  const onScroll = useCallback(() => {
    const box = scroller.current
    if (!box) return
    before.current.height = box.scrollHeight
    sticks.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearTheEnd
    setIsAtEnd(sticks.current)
    if (sticks.current) setHasUnseen(false)
    if (canReadOlder && box.scrollTop < nearTheStart) readOlder()
  }, [canReadOlder, readOlder])

  // The keyboard of a phone, a growing composer or a reason under a message change heights without a scroll.
  useEffect(() => {
    if (typeof ResizeObserver === 'undefined' || !scroller.current || !content.current) return
    const observer = new ResizeObserver(() => {
      if (sticks.current) toEnd()
      if (scroller.current) before.current.height = scroller.current.scrollHeight
    })
    observer.observe(scroller.current)
    observer.observe(content.current)
    return () => observer.disconnect()
  }, [toEnd])

  // A page that does not fill the pane cannot be scrolled, so nothing would ever ask for the one before it.
  useEffect(() => {
    const box = scroller.current
    if (
      box &&
      canReadOlder &&
      firstKey !== null &&
      box.clientHeight > 0 &&
      box.scrollHeight <= box.clientHeight
    ) {
      readOlder()
    }
  }, [canReadOlder, firstKey, readOlder])

  return { scroller, content, isAtEnd, hasUnseen, onScroll, jumpToEnd: toEnd }
}
