import { type FocusEvent, useEffect, useRef, useState } from 'react'
import { PATH_MARK } from './findings/focus-field.ts'

/** The fields that somebody has been in. */
export function useVisits() {
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  const isPressed = useRef(false)
  const waiting = useRef(new Set<string>())
  useEffect(() => {
    // What a field says moves what is below it. A press that leaves the field must find its button where it was.
    const release = () =>
      setTimeout(() => {
        isPressed.current = false
        if (waiting.current.size === 0) return
        const left = [...waiting.current]
        waiting.current.clear()
        setVisited((before) => new Set([...before, ...left]))
      })
    const press = () => {
      isPressed.current = true
    }
    document.addEventListener('pointerdown', press, true)
    document.addEventListener('pointerup', release)
    document.addEventListener('pointercancel', release)
    return () => {
      document.removeEventListener('pointerdown', press, true)
      document.removeEventListener('pointerup', release)
      document.removeEventListener('pointercancel', release)
    }
  }, [])
  return {
    isVisited: (path: string) => visited.has(path) || [...visited].some((one) => one.startsWith(`${path}.`)),
    onBlur: ({ target }: FocusEvent<HTMLElement>) => {
      const path = target.closest(`[${PATH_MARK}]`)?.getAttribute(PATH_MARK)
      if (!path || visited.has(path)) return
      if (isPressed.current) waiting.current.add(path)
      else setVisited((before) => new Set([...before, path]))
    },
  }
}
