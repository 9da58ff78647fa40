import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { X } from 'lucide-react'
import { useId } from 'react'
import { languageName } from '../../../lib/policy/reason-params.ts'
import { LanguageSelect } from './LanguageSelect.tsx'

type LanguageListProps = { languages: string[]; onChange: (languages: string[]) => void }

/** The languages that were chosen, and one more. */
export function LanguageList({ languages, onChange }: LanguageListProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.notifications.languages.${key}`)
  const locale = useLocale()
  const id = useId()
  return (
    <fieldset aria-describedby={`${id}-help`} className="grid min-w-0 grid-cols-1 gap-2">
      <legend className="mb-1 text-sm font-medium leading-snug">{say('label')}</legend>
      <p id={`${id}-help`} className="text-[0.8125rem] leading-relaxed text-muted-foreground">
        {say('means')}
      </p>
      {languages.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {languages.map((language) => {
            const name = languageName(language, locale)
            return (
              <li key={language}>
                <Button
                  type="button"
                  variant="outline"
                  size="sm"
                  aria-label={t('communication_channels.settings.notifications.languages.remove', {
                    language: name,
                  })}
                  onClick={() => {
                    document.getElementById(id)?.focus()
                    onChange(languages.filter((one) => one !== language))
                  }}
                >
                  {name}
                  <X aria-hidden="true" />
                </Button>
              </li>
            )
          })}
        </ul>
      ) : null}
      <label htmlFor={id} className="sr-only">
        {say('add')}
      </label>
      <LanguageSelect
        id={id}
        value=""
        placeholder={say('add')}
        without={languages}
        onChange={(language) => onChange([...languages, language])}
      />
    </fieldset>
  )
}
