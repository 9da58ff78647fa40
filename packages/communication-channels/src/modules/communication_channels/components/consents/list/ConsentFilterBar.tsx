import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { SearchInput } from '@open-mercato/ui/primitives/search-input'
import { useEffect, useState } from 'react'
import { ChoiceField } from '../../deliveries/filter/ChoiceField.tsx'
import { consentPurposes } from '../person/consent.ts'
import { filterSources, filterStates, type ListFilter } from './listFilter.ts'

type ConsentFilterBarProps = {
  filter: ListFilter
  onChange: (change: Partial<Record<keyof ListFilter, string | null>>) => void
}

/** Long enough for the next digit, short enough not to wait. */
const TYPING_MS = 300

export function ConsentFilterBar({ filter, onChange }: ConsentFilterBarProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.${key}`)
  const choicesOf = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: say(`${name}.${value}`) }))
  return (
    <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 xl:grid-cols-[1.1fr_1fr_.95fr_1.15fr]">
      <PhoneField phone={filter.phone} onSearch={(phone) => onChange({ phone })} />
      <ChoiceField
        label={say('column.purpose')}
        value={filter.purpose}
        none={say('filter.purpose.all')}
        choices={choicesOf('purpose', consentPurposes)}
        onChange={(purpose) => onChange({ purpose })}
      />
      <ChoiceField
        label={say('column.state')}
        value={filter.state}
        none={say('filter.state.all')}
        choices={choicesOf('filter.state', filterStates)}
        onChange={(state) => onChange({ state })}
      />
      <ChoiceField
        label={say('column.source')}
        value={filter.source}
        none={say('filter.source.all')}
        choices={choicesOf('source', filterSources)}
        onChange={(source) => onChange({ source })}
      />
    </div>
  )
}

type PhoneFieldProps = { phone: string | null; onSearch: (phone: string | null) => void }

function PhoneField({ phone, onSearch }: PhoneFieldProps) {
  const t = useT()
  const [typed, setTyped] = useState(phone ?? '')
  useEffect(() => setTyped((was) => (was.trim() === (phone ?? '') ? was : (phone ?? ''))), [phone])
  useEffect(() => {
    const next = typed.trim() || null
    if (next === phone) return
    const timer = setTimeout(() => onSearch(next), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed, phone, onSearch])
  return (
    <FormField label={t('communication_channels.consents.phone.label')}>
      <SearchInput
        value={typed}
        onChange={setTyped}
        maxLength={40}
        inputMode="tel"
        placeholder={t('communication_channels.consents.phone.placeholder')}
      />
    </FormField>
  )
}
