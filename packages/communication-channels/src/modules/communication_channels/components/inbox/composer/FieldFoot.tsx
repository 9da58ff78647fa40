import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { ReactNode } from 'react'
import { classNames } from '../../classNames.ts'

type FieldFootProps = {
  /** Of the hint, which describes the field. */
  id: string
  hint: string | null
  /** Characters; null while there is plenty of room. */
  left: number | null
  aside: ReactNode
}

/** Under the field: how to send, what is left of its room, and why one may write at all. */
export function FieldFoot({ id, hint, left, aside }: FieldFootProps) {
  const t = useT()
  return (
    <div className="flex items-center justify-between gap-3 px-2 text-xs text-muted-foreground">
      <p id={id} className={classNames('pt-1.5', !hint && 'hidden md:block')}>
        {hint ?? t('communication_channels.inbox.composer.hint')}
      </p>
      {left === null ? null : (
        <p aria-live="polite" className={left < 0 ? 'pt-1.5 text-status-error-text' : 'pt-1.5'}>
          {left < 0
            ? t('communication_channels.inbox.composer.tooLong', { count: -left })
            : t('communication_channels.inbox.composer.left', { count: left })}
        </p>
      )}
      <div className="ms-auto pt-1.5">{aside}</div>
    </div>
  )
}
