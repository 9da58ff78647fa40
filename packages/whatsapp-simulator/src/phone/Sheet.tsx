import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'

/** A panel over the lower part of the chat. Escape and its cross close it; the focus comes in and goes back. */
export function Sheet(props: { title: string; onClose: () => void; children: ReactNode }) {
  const { title, onClose, children } = props
  const heading = useId()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null
    panel.current?.focus()
    return () => before?.focus()
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Tab') return
    const inside = [
      ...panel.current!.querySelectorAll<HTMLElement>('button, input, select, textarea'),
    ].filter((element) => !element.hasAttribute('disabled'))
    const edge = event.shiftKey ? inside[0] : inside.at(-1)
    if (document.activeElement !== edge && document.activeElement !== panel.current) return
    event.preventDefault()
    ;(event.shiftKey ? inside.at(-1) : inside[0])?.focus()
  }

  return (
    <div className="sheet-back">
      <div
        ref={panel}
        className="sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby={heading}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <header className="sheet-head">
          <h3 id={heading}>{title}</h3>
          <button type="button" className="round" aria-label="Close" onClick={onClose}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 6l12 12M18 6 6 18" />
            </svg>
          </button>
        </header>
        {children}
      </div>
    </div>
  )
}
