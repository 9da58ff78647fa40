import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useCurrentUserId } from '@open-mercato/ui/backend/utils/useCurrentUserId'
import { Button } from '@open-mercato/ui/primitives/button'
import { type ReactNode, useEffect, useState } from 'react'
import { type MessageRow, slowest } from '../model/albums.ts'
import { AlbumPicture } from './AlbumPicture.tsx'
import { BubbleFrame } from './BubbleFrame.tsx'
import { MessageTime } from './MessageTime.tsx'
import { useAuthorName } from './useAuthorName.ts'

const mostShown = 4

/** Pictures sent in one go, small and side by side; `children` are their bubbles, for whoever wants to answer one. */
export function AlbumBubble({ rows, children }: { rows: MessageRow[]; children: ReactNode }) {
  const t = useT()
  const say = (key: string, values?: Record<string, number>) =>
    t(`communication_channels.inbox.album.${key}`, values)
  const [isApart, setIsApart] = useState(false)
  const messages = rows.map(({ entry }) => entry.message)
  const [first] = rows
  const author = useAuthorName(first!.entry.message, useCurrentUserId())
  // The button that was pressed is gone with the album.
  const firstId = messages[0]!.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was pressed moves the focus
  useEffect(() => {
    if (isApart) document.getElementById(`message-${firstId}`)?.focus()
  }, [isApart])
  if (isApart) return children
  const isOutbound = first!.entry.direction === 'outbound'
  const hidden = messages.slice(mostShown)
  return (
    <BubbleFrame
      isOutbound={isOutbound}
      startsGroup={first!.startsGroup}
      endsGroup={rows.at(-1)!.endsGroup}
      author={isOutbound && first!.startsGroup ? author : null}
      look="picture"
      below={
        <Button variant="ghost" size="2xs" onClick={() => setIsApart(true)}>
          {say('apart')}
        </Button>
      }
    >
      <span className="sr-only">
        {t(`communication_channels.inbox.said.${isOutbound ? 'us' : 'customer'}`)}{' '}
        {say('label', { count: messages.length })}
      </span>
      <div className="grid w-80 max-w-full grid-cols-2 gap-1">
        {messages.slice(0, mostShown).map((message, index) => (
          <AlbumPicture
            key={message.id}
            message={message}
            isWide={messages.length === 3 && index === 0}
            behind={index === mostShown - 1 ? hidden : []}
          />
        ))}
      </div>
      <span dir="ltr" className="mx-1.5 mt-1 mb-0.5 flex justify-end">
        <MessageTime message={slowest(messages)} />
      </span>
    </BubbleFrame>
  )
}
