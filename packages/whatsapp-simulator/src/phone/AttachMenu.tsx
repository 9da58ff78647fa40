import { type KeyboardEvent, useRef, useState } from 'react'
import { type SheetRequest, useChatActs } from './chat-acts.ts'

const KINDS: {
  kind: Exclude<SheetRequest['kind'], 'list' | 'form' | 'edit'>
  label: string
  path: string
}[] = [
  {
    kind: 'location',
    label: 'Location',
    path: 'M12 21s7-6.2 7-11a7 7 0 0 0-14 0c0 4.8 7 11 7 11zM12 12h.01',
  },
  {
    kind: 'contact',
    label: 'Contact',
    path: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.5-6 8-6s8 2 8 6',
  },
  { kind: 'cart', label: 'Cart', path: 'M3 4h3l2.5 11h9l2-8H7M9 20h.01M17 20h.01' },
  { kind: 'media', label: 'File', path: 'M6 3h8l4 4v14H6zM14 3v4h4' },
]

/** The plus beside the message field. */
export function AttachMenu() {
  const { open } = useChatActs()
  const [isOpen, setOpen] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving concern whatever is inside
    <div
      className="attach"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || !isOpen) return
        setOpen(false)
        toggle.current?.focus()
      }}
    >
      <button
        ref={toggle}
        type="button"
        className="round"
        aria-label="Attach"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 5v14M5 12h14" />
        </svg>
      </button>
      {isOpen && (
        <ul className="attach-menu" aria-label="What to attach">
          {KINDS.map(({ kind, label, path }) => (
            <li key={kind}>
              <button
                type="button"
                onClick={() => {
                  toggle.current?.focus()
                  setOpen(false)
                  open({ kind })
                }}
              >
                <svg viewBox="0 0 24 24" aria-hidden="true">
                  <path d={path} />
                </svg>
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
