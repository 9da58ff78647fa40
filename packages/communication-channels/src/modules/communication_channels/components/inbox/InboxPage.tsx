import { useT } from '@open-mercato/shared/lib/i18n/context'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { useCurrentUserId } from '@open-mercato/ui/backend/utils/useCurrentUserId'
import { classNames } from '../classNames.ts'
import type { ConversationFilter } from './data/queries.ts'
import { useConversations } from './data/useInboxData.ts'
import { useLiveInbox } from './data/useLiveInbox.ts'
import { useOutbox } from './data/useOutbox.ts'
import { useUnreadTitle } from './data/useUnreadTitle.ts'
import { useUrlParams } from './data/useUrlParams.ts'
import { ConversationList } from './list/ConversationList.tsx'
import { ListFilters } from './list/ListFilters.tsx'
import { UnsettledNotice } from './list/UnsettledNotice.tsx'
import { unreadLabel } from './model/unreadLabel.ts'
import { NewConversation } from './numbers/NewConversation.tsx'
import { ThreadPane } from './thread/ThreadPane.tsx'
import { NothingChosen } from './thread/ThreadStates.tsx'

/** The shared inbox: conversations beside the open one, or one of the two where there is room for one. */
export function InboxPage() {
  const t = useT()
  const { params, setParams } = useUrlParams()
  const chrome = useBackendChrome()
  const userId = useCurrentUserId()
  const outbox = useOutbox()
  useLiveInbox(outbox.isSending)

  const canSend = hasFeature(chrome.payload?.grantedFeatures, 'communication_channels.send')
  const selectedId = params.get('conversation')
  const filter = {
    onlyUnread: params.get('unread') === 'true',
    closingSoon: params.get('window') === 'closing_soon',
    channelId: params.get('channelId'),
  }
  const list = useConversations(filter)
  const title = t('communication_channels.inbox.title')
  useUnreadTitle(unreadLabel(list.conversations, list.hasNextPage))

  const changeFilter = (next: ConversationFilter) =>
    setParams(
      {
        unread: next.onlyUnread ? 'true' : null,
        window: next.closingSoon ? 'closing_soon' : null,
        channelId: next.channelId,
      },
      'replace',
    )
  const open = (id: string) => setParams({ conversation: id })
  const close = () => setParams({ conversation: null })

  return (
    <div className="flex h-full min-h-0 overflow-hidden">
      <div
        className={classNames(
          'min-h-0 w-full flex-col border-e bg-card md:flex md:w-80 lg:w-96',
          selectedId ? 'hidden' : 'flex',
        )}
      >
        <header className="grid gap-3 border-b px-4 py-3">
          <div className="flex items-center justify-between gap-2">
            <h1 className="text-lg font-semibold leading-tight tracking-tight">{title}</h1>
            {canSend ? <NewConversation onOpen={open} /> : null}
          </div>
          <ListFilters filter={filter} onChange={changeFilter} />
        </header>
        <UnsettledNotice />
        <ConversationList
          list={list}
          filter={filter}
          selectedId={selectedId}
          onOpen={open}
          onShowAll={() => changeFilter({ onlyUnread: false, closingSoon: false, channelId: null })}
        />
      </div>
      <div className={classNames('min-h-0 min-w-0 flex-1', selectedId ? 'block' : 'hidden md:block')}>
        {selectedId ? (
          <ThreadPane
            key={selectedId}
            conversationId={selectedId}
            outbox={outbox}
            userId={userId || null}
            canSend={canSend}
            onBack={close}
          />
        ) : (
          <NothingChosen />
        )}
      </div>
    </div>
  )
}
