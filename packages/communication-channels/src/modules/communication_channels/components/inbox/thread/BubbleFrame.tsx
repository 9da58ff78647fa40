import type { ReactNode } from 'react'
import { classNames } from '../../classNames.ts'

type BubbleFrameProps = {
  /** The element's id, by which a quote finds what it quotes. */
  id?: string
  isOutbound: boolean
  startsGroup: boolean
  endsGroup: boolean
  author: string | null
  /** The content brings a frame of its own. */
  isPlain: boolean
  /** Within the bubble, above what it says. */
  top?: ReactNode
  /** Beside the bubble, towards the middle of the thread. */
  beside?: ReactNode
  /** Across the lower edge of the bubble. */
  edge?: ReactNode
  below: ReactNode
  children: ReactNode
}

/** Customers stand at the start, staff at the end; what one sender wrote in one go stays close together. */
export function BubbleFrame(props: BubbleFrameProps) {
  const { id, isOutbound, startsGroup, endsGroup, author, isPlain, top, beside, edge, below, children } =
    props
  return (
    <li
      id={id}
      tabIndex={id ? -1 : undefined}
      className={classNames(
        'group/message flex scroll-my-16 flex-col gap-1 outline-none',
        isOutbound ? 'items-end' : 'items-start',
        startsGroup ? 'mt-3' : 'mt-0.5',
      )}
    >
      {author ? <bdi className="px-1 text-xs text-muted-foreground">{author}</bdi> : null}
      <div
        className={classNames('flex w-full items-center gap-1', isOutbound ? 'flex-row-reverse' : 'flex-row')}
      >
        <div
          className={classNames(
            'min-w-0 max-w-[min(34rem,86%)] rounded-2xl shadow-xs ring-primary ring-offset-2 ring-offset-background group-focus/message:ring-2',
            isOutbound ? 'border border-primary/15 bg-primary-soft' : 'border bg-card',
            endsGroup && (isOutbound ? 'rounded-ee-md' : 'rounded-es-md'),
            !isPlain && 'px-3 py-2',
          )}
        >
          {top ? (
            <div className={classNames('grid gap-1.5', isPlain ? 'p-2 pb-0' : 'mb-1.5')}>{top}</div>
          ) : null}
          {children}
        </div>
        {beside}
      </div>
      {edge ? <div className="relative -mt-2.5 flex gap-1 px-3">{edge}</div> : null}
      {below}
    </li>
  )
}
