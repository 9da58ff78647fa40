import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Input } from '@open-mercato/ui/primitives/input'
import { limits } from '../limits.ts'

type CaptionFieldProps = { name: string; value: string; onChange: (caption: string) => void }

export function CaptionField({ name, value, onChange }: CaptionFieldProps) {
  const t = useT()
  const isTooLong = value.trim().length > limits.caption
  return (
    <div>
      <Input
        size="sm"
        dir="auto"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-label={t('communication_channels.inbox.tray.caption', { name })}
        aria-invalid={isTooLong}
        placeholder={t('communication_channels.inbox.tray.caption.placeholder')}
        autoComplete="off"
      />
      {isTooLong ? (
        <p role="status" className="pt-1 text-xs text-status-error-text">
          {t('communication_channels.inbox.composer.complaint.tooLong', { limit: limits.caption })}
        </p>
      ) : null}
    </div>
  )
}
