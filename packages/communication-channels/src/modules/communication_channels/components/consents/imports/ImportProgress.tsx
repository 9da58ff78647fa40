import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import type { ConsentImport } from './consentImport.ts'

/** How far it has got. How long a file is shows only when it has been read: until then the bar says that it goes on. */
export function ImportProgress({ one: { state, total, sound, done } }: { one: ConsentImport }) {
  const t = useT()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const isChecking = state === 'checking'
  const label = isChecking
    ? t('communication_channels.consents.imports.progress.checking', { count: number.format(total) })
    : t('communication_channels.consents.imports.progress.recording', {
        done: number.format(done),
        total: number.format(sound),
      })
  return (
    <div className="grid gap-1.5">
      <p className="text-sm tabular-nums">{label}</p>
      <div
        role="progressbar"
        aria-label={label}
        {...(isChecking ? {} : { 'aria-valuemin': 0, 'aria-valuemax': sound, 'aria-valuenow': done })}
        className="h-3 overflow-hidden rounded-full bg-border"
      >
        <div
          style={{ width: isChecking ? '33%' : `${sound > 0 ? (done / sound) * 100 : 0}%` }}
          className={`h-full rounded-full bg-primary transition-[width] duration-500 motion-reduce:transition-none ${isChecking ? 'animate-pulse motion-reduce:animate-none' : ''}`}
        />
      </div>
    </div>
  )
}
