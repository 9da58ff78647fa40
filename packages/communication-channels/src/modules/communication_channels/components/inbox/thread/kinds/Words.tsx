import type { ReactNode } from 'react'
import { classNames } from '../../../classNames.ts'

/** What somebody wrote, as they wrote it, in the direction of their script. */
export function Words({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <p
      dir="auto"
      className={classNames(
        'whitespace-pre-wrap text-start leading-snug [overflow-wrap:anywhere]',
        className,
      )}
    >
      {children}
    </p>
  )
}
