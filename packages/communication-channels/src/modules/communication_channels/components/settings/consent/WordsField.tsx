import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Textarea } from '@open-mercato/ui/primitives/textarea'
import type { WordList } from './consentRules.ts'

type WordsFieldProps = {
  list: WordList
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

/** One word, or a few that belong together, on each line. */
export function WordsField({ list, value, error, onChange }: WordsFieldProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.settings.consent.${key}`)
  return (
    <FormField label={say(list)} description={say(`${list}.means`)} error={error}>
      <Textarea
        dir="auto"
        rows={5}
        spellCheck={false}
        autoCapitalize="none"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormField>
  )
}
