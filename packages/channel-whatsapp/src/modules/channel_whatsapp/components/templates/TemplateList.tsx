import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { ErrorMessage } from '@open-mercato/ui/backend/detail'
import { Badge } from '@open-mercato/ui/primitives/badge'
import { Button } from '@open-mercato/ui/primitives/button'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { SearchInput } from '@open-mercato/ui/primitives/search-input'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight, LayoutTemplate } from 'lucide-react'
import { providerRequest } from '../request.ts'
import type { Template } from './template.ts'
import {
  inLanguage,
  languageName,
  readableName,
  type TemplateChoice,
  templateChoices,
} from './templateChoices.ts'

type TemplateListProps = {
  channelId: string
  search: string
  onSearch: (search: string) => void
  onChoose: (choice: TemplateChoice) => void
}

export function TemplateList({ channelId, search, onSearch, onChoose }: TemplateListProps) {
  const t = useT()
  const locale = useLocale()
  const templates = useQuery({
    queryKey: ['channel_whatsapp', 'templates', channelId],
    queryFn: async () => {
      const path = `/templates?channelId=${encodeURIComponent(channelId)}`
      const { items } = await providerRequest<{ items: Template[] }>(path)
      return items.filter((template) => template.isSendableHere)
    },
    staleTime: 60_000,
  })
  if (templates.isPending) {
    return (
      <div role="status" className="grid gap-3">
        <span className="sr-only">{t('channel_whatsapp.templates.loading')}</span>
        <Skeleton className="h-11" />
        <Skeleton className="h-18" />
        <Skeleton className="h-18" />
      </div>
    )
  }
  if (templates.isError) {
    return (
      <ErrorMessage
        label={t('channel_whatsapp.templates.failed')}
        action={
          <Button variant="outline" onClick={() => void templates.refetch()}>
            {t('channel_whatsapp.retry')}
          </Button>
        }
      />
    )
  }
  const choices = templateChoices(templates.data, search)
  if (templates.data.length === 0) {
    return (
      <EmptyState
        size="sm"
        icon={<LayoutTemplate />}
        title={t('channel_whatsapp.templates.none.title')}
        description={t('channel_whatsapp.templates.none.description')}
      />
    )
  }
  return (
    <div className="grid gap-3">
      <SearchInput
        value={search}
        onChange={onSearch}
        aria-label={t('channel_whatsapp.templates.search')}
        placeholder={t('channel_whatsapp.templates.search')}
      />
      <p
        aria-live="polite"
        className={choices.length > 0 ? 'sr-only' : 'py-6 text-center text-sm text-muted-foreground'}
      >
        {t(
          choices.length > 0 ? 'channel_whatsapp.templates.found' : 'channel_whatsapp.templates.nothingFound',
          {
            count: choices.length,
          },
        )}
      </p>
      <ul className="grid max-h-[50dvh] gap-1.5 overflow-y-auto p-0.5">
        {choices.map((choice) => (
          <li key={choice.name}>
            <button
              type="button"
              onClick={() => onChoose(choice)}
              className="flex w-full items-center gap-3 rounded-lg border bg-card px-3.5 py-2.5 text-start transition-colors hover:bg-accent"
            >
              <span className="grid min-w-0 flex-1 gap-1">
                <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span className="font-medium">{readableName(choice.name)}</span>
                  <Badge variant="neutral" size="sm">
                    {t(`channel_whatsapp.templates.category.${choice.category}`, choice.category)}
                  </Badge>
                </span>
                <bdi className="truncate text-sm text-muted-foreground">
                  {inLanguage(choice, locale)?.body}
                </bdi>
                <span className="truncate text-xs text-muted-foreground">
                  {choice.languages.map((template) => languageName(template.language, locale)).join(', ')}
                </span>
              </span>
              <ChevronRight
                aria-hidden="true"
                className="size-4 shrink-0 text-muted-foreground rtl:-scale-x-100"
              />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
