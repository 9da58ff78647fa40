import { type ReactNode, type Ref, useId } from 'react'

type SectionProps = {
  ref?: Ref<HTMLElement>
  title: string
  about?: ReactNode
  aside?: ReactNode
  children: ReactNode
}

/** A part of the form under its heading. */
export function Section({ ref, title, about, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section ref={ref} aria-labelledby={id} className="grid gap-4 border-t pt-5 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="grid gap-0.5">
          <h3 id={id} className="text-[0.9375rem] font-semibold tracking-tight">
            {title}
          </h3>
          {about ? <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">{about}</p> : null}
        </div>
        {aside}
      </div>
      {children}
    </section>
  )
}
