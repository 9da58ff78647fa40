import type { ReactNode } from 'react'
import { classNames } from '../../classNames.ts'

type BubbleFrameProps = {
  isOutbound: boolean
  startsGroup: boolean
  endsGroup: boolean
  author: string | null
  /** The content brings a frame of its own. */
  isPlain: boolean
  below: ReactNode
  children: ReactNode
}

/** Customers stand at the start, staff at the end; what one sender wrote in one go stays close together. */
export function BubbleFrame(props: BubbleFrameProps) {
  const { isOutbound, startsGroup, endsGroup, author, isPlain, below, children } = props
  return (
    <li
      className={classNames(
        'flex flex-col gap-1',
        isOutbound ? 'items-end' : 'items-start',
        startsGroup ? 'mt-3' : 'mt-0.5',
      )}
    >
      {author ? <bdi className="px-1 text-xs text-muted-foreground">{author}</bdi> : null}
      <div
        className={classNames(
          'min-w-0 max-w-[min(34rem,86%)] rounded-2xl shadow-xs',
          isOutbound ? 'border border-primary/15 bg-primary-soft' : 'border bg-card',
          endsGroup && (isOutbound ? 'rounded-ee-md' : 'rounded-es-md'),
          !isPlain && 'px-3 py-2',
        )}
      >
        {children}
      </div>
      {below}
    </li>
  )
}
