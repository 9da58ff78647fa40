import type { ReactNode } from 'react'
import { classNames } from '../../classNames.ts'

/** Words with room around them; a card that brings its own; something to see, close to the edge; no bubble at all. */
export type BubbleLook = 'words' | 'card' | 'picture' | 'bare'

const rooms: Record<BubbleLook, string> = { words: 'px-3 py-2', card: '', picture: 'p-1', bare: '' }

const tops: Record<BubbleLook, string> = {
  words: 'mb-1.5',
  card: 'p-2 pb-0',
  picture: 'mb-1',
  bare: 'mb-1 rounded-xl border bg-card p-2',
}

type BubbleFrameProps = {
  /** The element's id, by which a quote finds what it quotes. */
  id?: string
  isOutbound: boolean
  startsGroup: boolean
  endsGroup: boolean
  author: string | null
  look: BubbleLook
  /** Struck through: it says what nobody was told. */
  isCancelled?: boolean
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
  const { id, isOutbound, startsGroup, endsGroup, author, look, top, beside, edge, below, children } = props
  const { isCancelled = false } = props
  const colours = isCancelled
    ? 'border border-dashed bg-card text-muted-foreground line-through [&_img]:opacity-60'
    : isOutbound
      ? 'border border-primary/15 bg-primary-soft'
      : 'border bg-card'
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
            'min-w-0 max-w-[min(34rem,86%)] rounded-2xl ring-primary ring-offset-2 ring-offset-background group-focus/message:ring-2',
            look !== 'bare' && !isCancelled && 'shadow-xs',
            look !== 'bare' && colours,
            look !== 'bare' && endsGroup && (isOutbound ? 'rounded-ee-md' : 'rounded-es-md'),
            rooms[look],
          )}
        >
          {top ? <div className={classNames('grid gap-1.5', tops[look])}>{top}</div> : null}
          {children}
        </div>
        {beside}
      </div>
      {edge ? <div className="relative -mt-2.5 flex gap-1 px-3">{edge}</div> : null}
      {below}
    </li>
  )
}
