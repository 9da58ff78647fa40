import { useLocale } from '@open-mercato/shared/lib/i18n/context'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { languageName } from '../../../lib/policy/reason-params.ts'
import { commonLanguages } from './languages.ts'

type LanguageSelectProps = {
  id: string
  value: string
  /** Stands before the languages: what it means to choose none. */
  none?: { value: string; label: string }
  /** Shown while none is chosen. */
  placeholder?: string
  without?: string[]
  isWrong?: boolean
  onChange: (value: string) => void
}

/** A language by its name, in the order of the alphabet of whoever reads it. */
export function LanguageSelect(props: LanguageSelectProps) {
  const { id, value, none, placeholder, without = [], isWrong, onChange } = props
  const locale = useLocale()
  const isChosen = value !== '' && value !== none?.value
  const named = [...new Set([...(isChosen ? [value] : []), ...commonLanguages])]
    .filter((language) => !without.includes(language))
    .map((language) => ({ language, name: languageName(language, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
  return (
    <Select value={value} onValueChange={onChange}>
      <SelectTrigger id={id} aria-invalid={isWrong ? true : undefined} className="max-w-md">
        <SelectValue placeholder={placeholder} />
      </SelectTrigger>
      <SelectContent>
        {none ? <SelectItem value={none.value}>{none.label}</SelectItem> : null}
        {named.map(({ language, name }) => (
          <SelectItem key={language} value={language}>
            {name}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  )
}
