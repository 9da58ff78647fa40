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
import { useChannels } from '../data/useInboxData.ts'

type ListFiltersProps = { filter: ConversationFilter; onChange: (filter: ConversationFilter) => void }

const everyChannel = 'all'

export function ListFilters({ filter, onChange }: ListFiltersProps) {
  const t = useT()
  const channels = useChannels().data ?? []
  return (
    <div className="flex flex-wrap items-center gap-2">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and borders of its own */}
      <div
        role="group"
        aria-label={t('communication_channels.inbox.filter.label')}
        className="flex gap-1 rounded-lg bg-muted p-1"
      >
        {(['all', 'unread'] as const).map((choice) => {
          const isChosen = filter.onlyUnread === (choice === 'unread')
          return (
            <button
              key={choice}
              type="button"
              aria-pressed={isChosen}
              onClick={() => onChange({ ...filter, onlyUnread: choice === 'unread' })}
              className={classNames(
                'h-9 rounded-md px-3 text-sm font-medium transition-colors md:h-7',
                isChosen
                  ? 'bg-card text-foreground shadow-xs'
                  : 'text-muted-foreground hover:text-foreground',
              )}
            >
              {t(`communication_channels.inbox.filter.${choice}`)}
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
