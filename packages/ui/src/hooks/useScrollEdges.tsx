import { type RefObject, useEffect, useState } from 'react'

/** At which sides a box that scrolls sideways holds more than it shows. */
export function useScrollEdges(box: RefObject<HTMLElement | null>): { left: boolean; right: boolean } {
  const [edges, setEdges] = useState({ left: false, right: false })
  useEffect(() => {
    const element = box.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element
      const [left, right] = [scrollLeft > 1, scrollWidth - clientWidth - scrollLeft > 1]
      setEdges((known) => (known.left === left && known.right === right ? known : { left, right }))
    }
    look()
    const observer = new ResizeObserver(look)
    for (const one of [element, ...element.children]) observer.observe(one)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box])
  return edges
}
