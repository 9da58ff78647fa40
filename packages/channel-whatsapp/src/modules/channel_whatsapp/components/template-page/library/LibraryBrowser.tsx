import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Badge } from '@open-mercato/ui/primitives/badge'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { ChevronRight, SearchX } from 'lucide-react'
import { useState } from 'react'
import { languageChoices } from '../../template-editor/model/languages.ts'
import { readableName } from '../../templates/templateChoices.ts'
import { type LibraryTemplate, useLibrary } from '../data/useLibrary.ts'
import { ChoiceField } from '../parts/ChoiceField.tsx'
import { NotRead } from '../parts/NotRead.tsx'
import { Outdated } from '../parts/Outdated.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { categoryName } from '../words/categoryName.ts'
import { useFormats, useSay } from '../words/useSay.ts'
import { LibraryNarrowingFields } from './LibraryNarrowingFields.tsx'
import { type LibraryNarrowing, narrowed } from './libraryNarrowing.ts'

/** Of thousands the first are enough to look through; the search finds the others. */
const MOST_SHOWN = 50

/** Meta has its library in American, not in plain English. */
const languageOfReader: Record<string, string> = { en: 'en_US' }

type LibraryBrowserProps = { connectionId: string; onChoose: (template: LibraryTemplate) => void }

export function LibraryBrowser({ connectionId, onChoose }: LibraryBrowserProps) {
  const say = useSay()
  const format = useFormats()
  const [search, setSearch] = useState<string | null>(null)
  const [language, setLanguage] = useState(languageOfReader[format.locale] ?? format.locale)
  const [narrowing, setNarrowing] = useState<LibraryNarrowing>({ topic: null, usecase: null })
  const library = useLibrary(connectionId, { search, language })
  const { isPlaceholderData, isError, error, refetch } = library
  const data = library.data && narrowed(library.data.items, narrowing)
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_14rem]">
        <SearchField
          label={say('filter.search')}
          placeholder={say('library.search')}
          value={search}
          onSearch={setSearch}
        />
        <ChoiceField
          label={say('column.language')}
          value={language}
          choices={languageChoices(format.locale, language).map(({ code, name }) => ({
            value: code,
            label: name,
          }))}
          onChange={(code) => code && setLanguage(code)}
        />
      </div>
      <LibraryNarrowingFields
        templates={library.data?.items ?? []}
        narrowing={narrowing}
        onChange={setNarrowing}
      />
      {data && data.length > 0 ? (
        <Outdated isIt={isPlaceholderData}>
          <ul className="grid max-h-[50dvh] gap-1.5 overflow-y-auto p-0.5">
            {data.slice(0, MOST_SHOWN).map((template) => (
              <li key={template.id} className="grid grid-cols-1">
                <LibraryRow template={template} onChoose={() => onChoose(template)} />
              </li>
            ))}
          </ul>
          <NotListed beyond={data.length - MOST_SHOWN} hasMore={library.data?.hasMore ?? false} />
        </Outdated>
      ) : data ? (
        <Outdated isIt={isPlaceholderData}>
          <EmptyState size="sm" icon={<SearchX />} title={say('library.nothing')} />
        </Outdated>
      ) : isError ? (
        <NotRead label={say('library.failed')} error={error} onRetry={refetch} />
      ) : (
        <div role="status" className="grid gap-2">
          <span className="sr-only">{say('library.loading')}</span>
          <Skeleton className="h-18" />
          <Skeleton className="h-18" />
          <Skeleton className="h-18" />
        </div>
      )}
    </div>
  )
}

/** What the list leaves out, and that a search finds it. */
function NotListed({ beyond, hasMore }: { beyond: number; hasMore: boolean }) {
  const say = useSay()
  const format = useFormats()
  if (!hasMore && beyond <= 0) return null
  return (
    <p className="pt-2 text-center text-sm text-muted-foreground">
      {hasMore ? say('library.hasMore') : say('library.more', { count: format.count(beyond) })}
    </p>
  )
}

function LibraryRow({ template, onChoose }: { template: LibraryTemplate; onChoose: () => void }) {
  const t = useT()
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex w-full items-center gap-3 rounded-lg border bg-card px-3.5 py-2.5 text-start transition-colors hover:bg-accent"
    >
      <span className="grid min-w-0 flex-1 gap-1">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium [overflow-wrap:anywhere]">{readableName(template.name)}</span>
          <Badge variant="neutral" size="sm">
            {categoryName(t, template.category)}
          </Badge>
        </span>
        <bdi className="line-clamp-2 text-sm text-muted-foreground">{template.body}</bdi>
      </span>
      <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted-foreground rtl:-scale-x-100" />
    </button>
  )
}
