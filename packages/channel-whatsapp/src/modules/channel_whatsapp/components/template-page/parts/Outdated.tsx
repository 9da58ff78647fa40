import type { ReactNode } from 'react'
import { classNames } from '../../classNames.ts'

/** Around what was found for an earlier choice and stays in sight until the new one is read. */
export function Outdated({ isIt, children }: { isIt: boolean; children: ReactNode }) {
  return (
    <div aria-busy={isIt} className={classNames('grid grid-cols-1 transition-opacity', isIt && 'opacity-60')}>
      {children}
    </div>
  )
}
