import { useEffect, useRef } from 'react'

const near = 40

/** Shows the end of a list when something is added, and stays there while its rows grow, until somebody scrolls up. */
export function useNewestInView(items: readonly unknown[]) {
  const list = useRef<HTMLUListElement>(null)
  const shownCount = useRef(items.length)
  const isAtEnd = useRef(true)
  const lastTop = useRef(0)
  useEffect(() => {
    const isMore = items.length > shownCount.current
    shownCount.current = items.length
    if (isMore) isAtEnd.current = true
    const box = list.current
    // What somebody is typing in stays under their eyes.
    if (!box || !isAtEnd.current || (!isMore && box.contains(document.activeElement))) return
    box.scrollTop = box.scrollHeight
  }, [items])
  const onScroll = () => {
    const box = list.current
    if (!box) return
    const isNearEnd = box.scrollHeight - box.scrollTop - box.clientHeight < near
    // Rows that grow move the end away without anybody having scrolled.
    isAtEnd.current = isNearEnd || (isAtEnd.current && box.scrollTop >= lastTop.current)
    lastTop.current = box.scrollTop
  }
  return { list, onScroll }
}
