import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import type { ReactNode } from 'react'

type ToolProps = { label: string; onClick: () => void; isOff: boolean; children: ReactNode }

/** Stays reachable where it does nothing: a button that vanishes takes the focus with it. */
export function Tool({ label, onClick, isOff, children }: ToolProps) {
  return (
    <IconButton
      size="sm"
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onClick()}
      className="aria-disabled:opacity-40"
    >
      {children}
    </IconButton>
  )
}

export function Turn({ side, label, onClick, isOff, children }: ToolProps & { side: 'start' | 'end' }) {
  return (
    <IconButton
      variant="outline"
      size="lg"
      fullRadius
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onClick()}
      className={`absolute top-1/2 -translate-y-1/2 aria-disabled:opacity-40 ${side === 'start' ? 'start-3' : 'end-3'}`}
    >
      {children}
    </IconButton>
  )
}
