import { type ReactNode, useId } from 'react'

type PanelProps = { title: string; action?: ReactNode; children: ReactNode }

/** One section of what is told of a template. */
export function Panel({ title, action, children }: PanelProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-3 border-t pt-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 id={id} className="text-sm font-semibold">
          {title}
        </h3>
        {action}
      </div>
      {children}
    </section>
  )
}
