import { useT } from '@open-mercato/shared/lib/i18n/context'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { classNames } from '../../classNames.ts'
import type { ConversationFilter } from '../data/queries.ts'
import { useChannels, useClosingSoon } from '../data/useInboxData.ts'
import { ClosingSoonCount } from '../window/ClosingSoonCount.tsx'

type ListFiltersProps = { filter: ConversationFilter; onChange: (filter: ConversationFilter) => void }

const everyChannel = 'all'
const choices = ['all', 'unread', 'closing_soon'] as const

export function ListFilters({ filter, onChange }: ListFiltersProps) {
  const t = useT()
  const channels = useChannels().data ?? []
  const closingSoon = useClosingSoon(filter.channelId)
  const chosen = filter.onlyUnread ? 'unread' : filter.closingSoon ? 'closing_soon' : 'all'
  return (
    <div className="flex flex-wrap items-center gap-2">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and borders of its own */}
      <div
        role="group"
        aria-label={t('communication_channels.inbox.filter.label')}
        className="flex w-full gap-1 overflow-x-auto rounded-lg bg-muted p-1"
      >
        {choices.map((choice) => {
          const isChosen = choice === chosen
          return (
            <button
              key={choice}
              type="button"
              aria-pressed={isChosen}
              onClick={() =>
                onChange({
                  ...filter,
                  onlyUnread: choice === 'unread',
                  closingSoon: choice === 'closing_soon',
                })
              }
              className={classNames(
                'h-9 flex-auto whitespace-nowrap rounded-md px-2 text-sm font-medium transition-colors md:h-7',
                isChosen
                  ? 'bg-card text-foreground shadow-xs'
                  : 'text-muted-foreground hover:text-foreground',
              )}
            >
              {t(`communication_channels.inbox.filter.${choice}`)}
              {choice === 'closing_soon' && closingSoon > 0 ? <ClosingSoonCount count={closingSoon} /> : null}
            </button>
          )
        })}
      </div>
      {channels.length > 1 ? (
        <Select
          value={filter.channelId ?? everyChannel}
          onValueChange={(value) => onChange({ ...filter, channelId: value === everyChannel ? null : value })}
        >
          <SelectTrigger
            aria-label={t('communication_channels.inbox.filter.channel')}
            className="min-w-32 flex-1"
          >
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value={everyChannel}>
              {t('communication_channels.inbox.filter.everyChannel')}
            </SelectItem>
            {channels.map((channel) => (
              <SelectItem key={channel.id} value={channel.id}>
                {channel.displayName}
                {channel.address ? ` · ${channel.address}` : ''}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      ) : null}
    </div>
  )
}
