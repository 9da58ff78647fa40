import type { ReactNode } from 'react'

/** What few look for: there, but folded away. */
export function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="grid gap-2">
      <summary className="cursor-pointer text-sm font-semibold">{title}</summary>
      <div className="mt-2">{children}</div>
    </details>
  )
}
