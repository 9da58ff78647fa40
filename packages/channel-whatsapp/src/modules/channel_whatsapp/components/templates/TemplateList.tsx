import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ErrorMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import { EmptyState } from '@open-mercato/ui/primitives/empty-state'
import { SearchInput } from '@open-mercato/ui/primitives/search-input'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { LayoutTemplate } from 'lucide-react'
import { BarredNote } from './BarredNote.tsx'
import { ChoiceRow } from './ChoiceRow.tsx'
import type { ComposerContext } from './composerContext.ts'
import { sortChoices, type TemplateChoice, templateChoices } from './templateChoices.ts'
import { useSendableTemplates } from './useSendableTemplates.ts'

type TemplateListProps = {
  channelId: string
  policy: ComposerContext['policy']
  search: string
  onSearch: (search: string) => void
  onChoose: (choice: TemplateChoice) => void
}

export function TemplateList({ channelId, policy, search, onSearch, onChoose }: TemplateListProps) {
  const t = useT()
  const templates = useSendableTemplates(channelId)
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
  const { allowed, barred } = sortChoices(choices, policy)
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
      {barred.map((group) => (
        <BarredNote key={group.purpose} group={group} />
      ))}
      <ul className="grid max-h-[50dvh] gap-1.5 overflow-y-auto p-0.5">
        {allowed.map((choice) => (
          <li key={choice.name}>
            <ChoiceRow choice={choice} onChoose={() => onChoose(choice)} />
          </li>
        ))}
        {barred.flatMap((group) =>
          group.choices.map((choice) => (
            <li key={choice.name}>
              <ChoiceRow choice={choice} />
            </li>
          )),
        )}
      </ul>
    </div>
  )
}
