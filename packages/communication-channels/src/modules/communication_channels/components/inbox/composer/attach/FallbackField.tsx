import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useState } from 'react'
import { DraftInput } from './DraftInput.tsx'
import { fallbackField } from './fallback.ts'
import { useFieldError } from './formErrors.ts'

type FallbackFieldProps = { value: string; onChange: (text: string) => void }

/** What leaves in place of a form that is refused. Few need it, so it is folded away until it says something. */
export function FallbackField({ value, onChange }: FallbackFieldProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.composer.fallback.${key}`)
  const [isOpen, setIsOpen] = useState(value !== '')
  const { path, limit } = fallbackField(value)
  const isWrong = useFieldError(path) !== undefined
  return (
    <details open={isOpen || isWrong} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer py-1 text-sm font-medium">{say('title')}</summary>
      <div className="mt-2">
        <DraftInput
          path={path}
          label={say('label')}
          description={say('description')}
          value={value}
          onChange={onChange}
          limit={limit}
          lines={3}
        />
      </div>
    </details>
  )
}
