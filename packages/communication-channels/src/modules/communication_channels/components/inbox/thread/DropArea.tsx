import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Upload } from 'lucide-react'

/** Over the whole thread while files hang above it. */
export function DropArea({ name }: { name: string }) {
  const t = useT()
  return (
    <div className="pointer-events-none absolute inset-2 z-10 grid place-content-center justify-items-center gap-2 rounded-2xl border-2 border-dashed border-primary bg-card/95 p-6 text-center">
      <span className="flex size-14 items-center justify-center rounded-full bg-primary-soft text-primary-soft-foreground">
        <Upload aria-hidden="true" className="size-6" />
      </span>
      <p role="status" className="font-semibold">
        {t('communication_channels.inbox.drop.title', { name })}
      </p>
      <p className="text-sm text-muted-foreground">{t('communication_channels.inbox.drop.description')}</p>
    </div>
  )
}
