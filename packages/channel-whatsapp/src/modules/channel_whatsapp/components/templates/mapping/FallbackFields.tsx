import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { useState } from 'react'
import { languageName } from '../../../lib/templates/language-name.ts'
import type { EntryDraft } from './mappingDraft.ts'

type FallbackFieldsProps = {
  /** Those of the template that have the value. */
  languages: string[]
  entry: EntryDraft
  isDisabled: boolean
  /** By `fallback` and `fallbacks.<language>`. */
  errorOf: (field: string) => string | undefined
  onChange: (entry: EntryDraft) => void
}

/** What stands there when there is no value; “there” is no word for a customer who reads Polish. */
export function FallbackFields({ languages, entry, isDisabled, errorOf, onChange }: FallbackFieldsProps) {
  const t = useT()
  const locale = useLocale()
  const { fallback, fallbacks } = entry
  const [isOpen, setIsOpen] = useState(languages.some((one) => fallbacks[one]))
  const isWrong = languages.some((one) => errorOf(`fallbacks.${one}`))
  return (
    <div className="grid gap-2">
      <FallbackField
        label={t('channel_whatsapp.mapping.fallback')}
        value={fallback}
        error={errorOf('fallback')}
        isDisabled={isDisabled}
        onChange={(value) => onChange({ ...entry, fallback: value })}
      />
      {languages.length > 1 ? (
        <details open={isOpen || isWrong} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary className="w-fit cursor-pointer text-[0.8125rem] text-muted-foreground">
            {t('channel_whatsapp.mapping.fallbacks')}
          </summary>
          <div className="grid gap-2 pt-2">
            {languages.map((language) => (
              <FallbackField
                key={language}
                label={languageName(language, locale)}
                value={fallbacks[language] ?? ''}
                placeholder={fallback}
                error={errorOf(`fallbacks.${language}`)}
                isDisabled={isDisabled}
                onChange={(value) => onChange({ ...entry, fallbacks: { ...fallbacks, [language]: value } })}
              />
            ))}
          </div>
        </details>
      ) : null}
    </div>
  )
}

type FallbackFieldProps = {
  label: string
  value: string
  placeholder?: string
  error: string | undefined
  isDisabled: boolean
  onChange: (value: string) => void
}

function FallbackField({ label, value, placeholder, error, isDisabled, onChange }: FallbackFieldProps) {
  return (
    <FormField label={label} error={error} disabled={isDisabled}>
      <Input
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        maxLength={1024}
        dir="auto"
        autoComplete="off"
      />
    </FormField>
  )
}
