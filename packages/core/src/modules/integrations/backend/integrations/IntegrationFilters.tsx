import { useT } from '@open-mercato/shared/lib/i18n/context'
import { SearchInput } from '@open-mercato/ui/primitives/search-input'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { categoryName } from './integrationTexts.ts'

type IntegrationFiltersProps = {
  categories: string[]
  category: string
  onCategoryChange: (category: string) => void
  wanted: string
  onWantedChange: (wanted: string) => void
}

export function IntegrationFilters(props: IntegrationFiltersProps) {
  const { categories, category, onCategoryChange, wanted, onWantedChange } = props
  const t = useT()
  return (
    <div className="flex flex-col gap-2 sm:flex-row">
      <SearchInput
        value={wanted}
        onChange={onWantedChange}
        aria-label={t('integrations.filter.search', 'Search integrations')}
        placeholder={t('integrations.filter.search', 'Search integrations')}
        className="sm:max-w-xs"
      />
      <Select value={category} onValueChange={onCategoryChange}>
        <SelectTrigger aria-label={t('integrations.filter.category', 'Category')} className="sm:w-52">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value="all">{t('integrations.filter.all', 'All categories')}</SelectItem>
          {categories.map((id) => (
            <SelectItem key={id} value={id}>
              {categoryName(id, t)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  )
}
