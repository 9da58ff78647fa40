import { useT } from '@open-mercato/shared/lib/i18n/context'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { SearchInput } from '@open-mercato/ui/primitives/search-input'
import { useEffect, useState } from 'react'
import { ChoiceField } from './ChoiceField.tsx'
import { isoTime, type LogFilter, localTime, logTimes } from './logFilter.ts'
import { useFilterChoices } from './useFilterChoices.ts'

type LogSearchProps = {
  filter: LogFilter
  onChange: (change: Partial<Record<keyof LogFilter, string | null>>) => void
}

/** The kinds of which every provider has some. */
const KINDS = ['messages', 'statuses', 'statuses.failed', 'names', 'account']
/** Long enough for the next letter, short enough not to wait. */
const TYPING_MS = 300

export function LogSearch({ filter, onChange }: LogSearchProps) {
  const t = useT()
  const text = (name: string) => t(`communication_channels.deliveries.${name}`)
  const { connections, fields } = useFilterChoices()
  const others = [...fields, ...(filter.field ? [filter.field] : [])].filter((one) => !KINDS.includes(one))
  return (
    <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[2fr_1fr_1fr_1fr]">
      <div className="col-span-full lg:col-span-1">
        <SearchField search={filter.search} onSearch={(search) => onChange({ search })} />
      </div>
      <ChoiceField
        label={text('field.label')}
        value={filter.field}
        none={text('field.all')}
        choices={[
          ...KINDS.map((kind) => ({ value: kind, label: text(`field.${kind}`) })),
          ...[...new Set(others)].map((field) => ({ value: field, label: field })),
        ]}
        onChange={(field) => onChange({ field })}
      />
      <ChoiceField
        label={text('connection.label')}
        value={filter.connection}
        none={text('connection.all')}
        choices={connections.map(({ id, numbers }) => ({ value: id, label: numbers.join(', ') }))}
        onChange={(connection) => onChange({ connection })}
      />
      <ChoiceField
        label={text('time.label')}
        value={filter.time}
        none={text('time.all')}
        choices={logTimes.map((time) => ({ value: time, label: text(`time.${time}`) }))}
        onChange={(time) => onChange({ time, ...(time === 'own' ? {} : { from: null, to: null }) })}
      />
      {filter.time === 'own' ? (
        <div className="grid grid-cols-1 gap-3 col-span-full sm:grid-cols-2 lg:max-w-lg">
          <FormField label={text('time.from')}>
            <Input
              type="datetime-local"
              value={localTime(filter.from)}
              onChange={(event) => onChange({ from: isoTime(event.target.value) })}
            />
          </FormField>
          <FormField
            label={text('time.to')}
            error={filter.from && filter.to && filter.from >= filter.to ? text('time.backward') : undefined}
          >
            <Input
              type="datetime-local"
              value={localTime(filter.to)}
              onChange={(event) => onChange({ to: isoTime(event.target.value) })}
            />
          </FormField>
        </div>
      ) : null}
    </div>
  )
}

function SearchField({
  search,
  onSearch,
}: {
  search: string | null
  onSearch: (search: string | null) => void
}) {
  const t = useT()
  const [typed, setTyped] = useState(search ?? '')
  useEffect(() => setTyped((was) => (was.trim() === (search ?? '') ? was : (search ?? ''))), [search])
  useEffect(() => {
    const next = typed.trim() || null
    if (next === search) return
    const timer = setTimeout(() => onSearch(next), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed, search, onSearch])
  return (
    <FormField label={t('communication_channels.deliveries.search.label')}>
      <SearchInput
        value={typed}
        onChange={setTyped}
        maxLength={300}
        placeholder={t('communication_channels.deliveries.search.placeholder')}
      />
    </FormField>
  )
}
