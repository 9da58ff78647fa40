import { useT } from '@open-mercato/shared/lib/i18n/context'
import { type ReactNode, useId } from 'react'

/** Stays in view beside a long form; on phones it stands below. */
export function PreviewFrame({ children }: { children: ReactNode }) {
  const t = useT()
  const captionId = useId()
  return (
    <figure aria-labelledby={captionId} className="grid min-w-0 gap-1.5 sm:sticky sm:top-0">
      <figcaption id={captionId} className="text-[0.8125rem] text-muted-foreground">
        {t('communication_channels.inbox.composer.preview')}
      </figcaption>
      <div className="grid max-h-[60dvh] justify-items-end overflow-y-auto rounded-xl border bg-muted/60 p-4">
        {children}
      </div>
    </figure>
  )
}
