import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Input } from '@open-mercato/ui/primitives/input'
import type { KeyboardEvent } from 'react'
import { limits } from '../limits.ts'

type CaptionFieldProps = {
  name: string
  value: string
  onChange: (caption: string) => void
  onSend: () => void
}

export function CaptionField({ name, value, onChange, onSend }: CaptionFieldProps) {
  const t = useT()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onSend()
  }
  const isTooLong = value.trim().length > limits.caption
  return (
    <div>
      <Input
        size="sm"
        dir="auto"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        enterKeyHint="send"
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
