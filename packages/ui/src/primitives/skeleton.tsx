import type { ComponentProps } from 'react'
import { cn } from './cn.tsx'

type SkeletonProps = ComponentProps<'div'> & { shape?: 'rect' | 'circle' | 'text'; lines?: number }

const shapes = { rect: 'rounded-md', circle: 'rounded-full', text: 'h-3.5 rounded' }

export function Skeleton({ shape = 'rect', lines = 1, className, ...props }: SkeletonProps) {
  const bar = cn('animate-pulse bg-accent', shapes[shape], className)
  if (shape !== 'text' || lines === 1) return <div aria-hidden="true" className={bar} {...props} />
  return (
    <div aria-hidden="true" className="grid gap-2">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never reordered
        <div key={line} className={cn(bar, line === lines - 1 && 'w-2/3')} {...props} />
      ))}
    </div>
  )
}
