import type { ComponentProps, ReactNode } from 'react'
import { cn } from '../primitives/cn.tsx'

export function Page({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      className={cn('mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6 md:px-8 md:py-8', className)}
      {...props}
    />
  )
}

type PageHeaderProps = { title: string; description?: ReactNode; actions?: ReactNode }

export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 gap-1">
        <h1 className="text-2xl font-semibold leading-tight tracking-tight">{title}</h1>
        {description ? (
          <p className="max-w-2xl text-pretty text-[0.9375rem] text-muted-foreground">{description}</p>
        ) : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  )
}

export function PageBody({ className, ...props }: ComponentProps<'div'>) {
  return <div className={cn('grid grid-cols-1 gap-5', className)} {...props} />
}
