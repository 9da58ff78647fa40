import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { Textarea } from '@open-mercato/ui/primitives/textarea'
import type { ClipboardEvent } from 'react'
import { classNames } from '../../../classNames.ts'
import { useFieldError } from './formErrors.ts'

type DraftInputProps = {
  path: string
  label: string
  value: string
  onChange: (value: string) => void
  limit: number
  required?: boolean
  lines?: number
  description?: string
  placeholder?: string
  type?: 'text' | 'tel' | 'email'
  onPaste?: (event: ClipboardEvent) => void
  onBlur?: () => void
}

const alwaysShownUpTo = 100

/** One line or paragraph of a draft: its limit is counted while it is typed, and never cuts what was typed or pasted. */
export function DraftInput(props: DraftInputProps) {
  const { path, label, value, onChange, limit, required, lines, description, placeholder, onPaste, onBlur } =
    props
  const { type = 'text' } = props
  const t = useT()
  const error = useFieldError(path)
  const length = value.trim().length
  const isFree = limit <= alwaysShownUpTo && type === 'text'
  const isCounted = isFree || length > limit * 0.8
  const control = {
    value,
    placeholder,
    onPaste,
    onBlur,
    dir: type === 'tel' ? 'ltr' : 'auto',
    autoComplete: 'off',
  }
  const count = isCounted ? (
    <span
      aria-hidden="true"
      className={classNames(
        'text-xs font-normal tabular-nums',
        length > limit ? 'text-status-error-text' : 'text-muted-foreground',
      )}
    >
      {t('communication_channels.inbox.composer.count', { length, limit })}
    </span>
  ) : null
  return (
    <div className="relative min-w-0">
      <FormField label={label} required={required} description={description} error={error}>
        {lines ? (
          <Textarea
            {...control}
            rows={lines}
            onChange={(event) => onChange(event.target.value)}
            className="min-h-0"
          />
        ) : (
          <Input {...control} type={type} onChange={(event) => onChange(event.target.value)} />
        )}
      </FormField>
      {count ? <span className="absolute end-0 top-0 leading-snug">{count}</span> : null}
    </div>
  )
}
