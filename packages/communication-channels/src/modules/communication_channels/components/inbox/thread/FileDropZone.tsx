import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { ReactNode } from 'react'
import { useTray } from '../data/tray/useTray.ts'
import { type Conversation, contactName } from '../model/conversation.ts'
import { DropArea } from './DropArea.tsx'
import { useFileDrop } from './useFileDrop.ts'

type FileDropZoneProps = { conversation: Conversation; mayAttach: boolean; children: ReactNode }

/** The whole of a thread is where files may be let go, not a corner of it. */
export function FileDropZone({ conversation, mayAttach, children }: FileDropZoneProps) {
  const t = useT()
  const { id: conversationId, channel, contact } = conversation
  const { tray } = useTray(conversationId)
  const { isOver, handlers } = useFileDrop(
    mayAttach ? (files) => tray.addFiles({ conversationId, channelId: channel.id }, files) : null,
  )
  return (
    <section className="relative flex h-full min-h-0 flex-col" {...handlers}>
      {children}
      {isOver ? (
        <DropArea name={contactName(contact) ?? t('communication_channels.inbox.contact.unnamed')} />
      ) : null}
    </section>
  )
}
