import type { ReactNode } from 'react'

/** Stands in a preview where something has still to be filled in. */
export function Gap({ children }: { children: ReactNode }) {
  return <span className="rounded bg-status-warning-bg px-1 text-status-warning-text">{children}</span>
}
