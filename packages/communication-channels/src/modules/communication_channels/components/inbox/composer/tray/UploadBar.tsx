import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import type { TrayItem } from '../../model/trayItem.ts'

/** How far an upload is. Once all of it has left, the server is still looking at it. */
export function UploadBar({ item }: { item: TrayItem }) {
  const t = useT()
  const locale = useLocale()
  const { stage, progress, name } = item
  const percent = Math.round(progress * 100)
  const words = stage === 'waiting' ? 'waiting' : percent === 100 ? 'checking' : 'uploading'
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100)
  const isMeasured = stage === 'uploading'
  return (
    <div className="grid gap-1 pt-0.5">
      <div
        role="progressbar"
        aria-label={t('communication_channels.inbox.tray.progress', { name })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={isMeasured ? percent : undefined}
        className="h-1.5 overflow-hidden rounded-full bg-foreground/10"
      >
        <div
          className={`h-full rounded-full bg-primary transition-[width] ${isMeasured ? '' : 'animate-pulse'}`}
          style={{ width: isMeasured ? `${percent}%` : '30%' }}
        />
      </div>
      <p className="text-xs tabular-nums text-muted-foreground">
        {t(`communication_channels.inbox.tray.${words}`, { share })}
      </p>
    </div>
  )
}
