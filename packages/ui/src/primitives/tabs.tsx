import { Tabs as RadixTabs } from 'radix-ui'
import { type ComponentProps, createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { useScrollEdges } from '../hooks/useScrollEdges.tsx'
import { cn } from './cn.tsx'

type TabsVariant = 'pill' | 'underline'

const VariantContext = createContext<TabsVariant>('pill')

type TabsProps = ComponentProps<typeof RadixTabs.Root> & { variant?: TabsVariant }

export function Tabs({ variant = 'pill', ...props }: TabsProps) {
  return (
    <VariantContext value={variant}>
      <RadixTabs.Root {...props} />
    </VariantContext>
  )
}

/** Tabs that find no room can be scrolled to, and the edge behind which they are fades. */
export function TabsList({ className, ...props }: ComponentProps<typeof RadixTabs.List>) {
  const variant = useContext(VariantContext)
  const list = useRef<HTMLDivElement>(null)
  const hidden = useScrollEdges(list)
  useEffect(() => {
    list.current
      ?.querySelector('[data-state=active]')
      ?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [])
  return (
    <RadixTabs.List
      ref={list}
      className={cn(
        'flex max-w-full shrink-0 overflow-x-auto [scrollbar-width:none]',
        (hidden.left || hidden.right) &&
          '[mask-image:linear-gradient(to_right,transparent,#000_var(--fade-left),#000_calc(100%-var(--fade-right)),transparent)]',
        hidden.left ? '[--fade-left:3rem]' : '[--fade-left:0px]',
        hidden.right ? '[--fade-right:3rem]' : '[--fade-right:0px]',
        variant === 'pill'
          ? 'w-fit gap-1 rounded-lg bg-muted p-1 dark:bg-foreground/8'
          : '-mx-2 max-w-[calc(100%+1rem)] gap-1 border-b',
        className,
      )}
      {...props}
    />
  )
}

type TabsTriggerProps = ComponentProps<typeof RadixTabs.Trigger> & { leading?: ReactNode; count?: number }

export function TabsTrigger({ leading, count, className, children, ...props }: TabsTriggerProps) {
  const variant = useContext(VariantContext)
  return (
    <RadixTabs.Trigger
      className={cn(
        'inline-flex h-11 shrink-0 items-center gap-2 whitespace-nowrap text-sm font-medium text-muted-foreground transition-colors hover:text-foreground data-[state=active]:text-foreground md:h-9 [&_svg]:size-4',
        variant === 'pill'
          ? 'rounded-md px-3 data-[state=active]:bg-card data-[state=active]:shadow-xs md:h-8 dark:data-[state=active]:bg-foreground/16'
          : '-mb-px rounded-t-sm border-b-2 border-transparent px-2 -outline-offset-4 data-[state=active]:border-primary',
        className,
      )}
      {...props}
    >
      {leading}
      {children}
      {count === undefined ? null : (
        <span className="rounded-full bg-accent px-1.5 text-xs tabular-nums">{count}</span>
      )}
    </RadixTabs.Trigger>
  )
}

export function TabsContent({ className, ...props }: ComponentProps<typeof RadixTabs.Content>) {
  return <RadixTabs.Content className={cn('pt-5 outline-none', className)} {...props} />
}
