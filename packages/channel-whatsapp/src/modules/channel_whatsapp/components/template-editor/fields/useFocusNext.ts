import { useEffect, useRef, useState } from 'react'

/** Keeps whoever works by keyboard in their place when a press moves or removes the control that they pressed. */
export function useFocusNext<Root extends HTMLElement>() {
  const root = useRef<Root>(null)
  const [wanted, setWanted] = useState<readonly string[]>([])
  // What was pressed is drawn at its new place first.
  useEffect(() => {
    for (const selector of wanted) {
      const control = root.current?.querySelector<HTMLElement>(selector)
      if (control) return control.focus()
    }
  }, [wanted])
  return {
    root,
    /** @param selectors of controls inside the root; the first that is there is focused */
    focusNext: (...selectors: string[]) => setWanted(selectors),
  }
}

/** The same arrow where the moved one stands now, or the other one where it goes no further. */
export const arrowsAt = (index: number, way: 'up' | 'down') => [
  `ol > li:nth-child(${index + 1}) [data-move=${way}]:enabled`,
  `ol > li:nth-child(${index + 1}) [data-move]:enabled`,
]
