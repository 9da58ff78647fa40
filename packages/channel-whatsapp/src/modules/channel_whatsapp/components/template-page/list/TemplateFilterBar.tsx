import { useT } from '@open-mercato/shared/lib/i18n/context'
import { languageName } from '../../../lib/templates/language-name.ts'
import type { TemplateAccount } from '../data/template.ts'
import { ChoiceField } from '../parts/ChoiceField.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { categoryName } from '../words/categoryName.ts'
import { qualities } from '../words/quality.ts'
import { knownStatus, statuses } from '../words/status.ts'
import { useFormats, useSay } from '../words/useSay.ts'
import { categories, type ListFilter } from './listFilter.ts'

type TemplateFilterBarProps = {
  filter: ListFilter
  accounts: TemplateAccount[]
  onChange: (change: Partial<Record<keyof ListFilter, string | null>>) => void
  onSearch: (search: string | null) => void
}

export function TemplateFilterBar({ filter, accounts, onChange, onSearch }: TemplateFilterBarProps) {
  const t = useT()
  const say = useSay()
  const { locale } = useFormats()
  const languages = [...new Set([...accounts.flatMap((one) => one.languages), filter.language ?? []].flat())]
    .map((value) => ({ value, label: languageName(value, locale) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale))
  const { status } = filter
  const offered: string[] = status && !knownStatus(status) ? [...statuses, status] : [...statuses]
  const named = accounts.map(({ connectionId, name }) => ({ value: connectionId, label: name }))
  return (
    <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))]">
      <div className="col-span-2">
        <SearchField
          label={say('filter.search')}
          placeholder={say('filter.search.placeholder')}
          value={filter.search}
          onSearch={onSearch}
        />
      </div>
      {named.length > 1 ? (
        <ChoiceField
          label={say('column.account')}
          value={filter.account}
          none={say('filter.all')}
          choices={named}
          onChange={(account) => onChange({ account })}
        />
      ) : null}
      <ChoiceField
        label={say('column.status')}
        value={status}
        none={say('filter.all')}
        choices={offered.map((value) => ({ value, label: say(`status.${value}`, {}, value) }))}
        onChange={(chosen) => onChange({ status: chosen })}
      />
      <ChoiceField
        label={say('column.category')}
        value={filter.category}
        none={say('filter.all')}
        choices={categories.map((value) => ({ value, label: categoryName(t, value) }))}
        onChange={(category) => onChange({ category })}
      />
      <ChoiceField
        label={say('column.language')}
        value={filter.language}
        none={say('filter.all')}
        choices={languages}
        onChange={(language) => onChange({ language })}
      />
      <ChoiceField
        label={say('column.quality')}
        value={filter.quality}
        none={say('filter.all')}
        choices={qualities.map((value) => ({ value, label: say(`quality.${value}`) }))}
        onChange={(quality) => onChange({ quality })}
      />
    </div>
  )
}
