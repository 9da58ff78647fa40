import { useLayoutEffect, useRef, useState } from 'react'

const steps = [1, 1.5, 2, 3, 4]
/** Of a key, in pixels. */
const step = 80

/** How much larger than its room a picture is shown, from the middle; back to 1 for another picture. */
export function useZoom(pictureKey: string) {
  const [zoom, setZoom] = useState({ pictureKey, scale: 1 })
  const scale = zoom.pictureKey === pictureKey ? zoom.scale : 1
  const room = useRef<HTMLDivElement>(null)
  const before = useRef(scale)
  useLayoutEffect(() => {
    const box = room.current
    if (!box) return
    // What was in the middle stays there.
    const grown = scale / before.current
    box.scrollLeft = (box.scrollLeft + box.clientWidth / 2) * grown - box.clientWidth / 2
    box.scrollTop = (box.scrollTop + box.clientHeight / 2) * grown - box.clientHeight / 2
    before.current = scale
  }, [scale])
  const set = (next: number | undefined) => setZoom({ pictureKey, scale: next ?? scale })
  return {
    room,
    scale,
    move: (x: number, y: number) => room.current?.scrollBy(x * step, y * step),
    isSmallest: scale === steps[0],
    isLargest: scale === steps.at(-1),
    larger: () => set(steps.find((step) => step > scale)),
    smaller: () => set(steps.findLast((step) => step < scale)),
    toggle: () => set(scale === 1 ? 2 : 1),
  }
}
