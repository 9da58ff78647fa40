import { useTray } from '../../data/tray/useTray.ts'
import type { Message } from '../../model/message.ts'
import { captionTaker, goesByItself, isSendable } from '../../model/trayItem.ts'

type FileAnswerInput = {
  conversationId: string
  channelId: string
  quote: Message | null
  /** Sends a text, with its quote. Resolves once the server has answered: true where it accepted. */
  onSend: (text: string, scheduledAt?: string) => Promise<boolean>
  onUnquote: () => void
}

/** What an answer consists of besides its text, and how the two go out together. */
export function useFileAnswer({ conversationId, channelId, quote, onSend, onUnquote }: FileAnswerInput) {
  const { tray, items } = useTray(conversationId)
  const place = { conversationId, channelId }
  const attached = items.filter((item) => !goesByItself(item))
  const taker = captionTaker(attached)
  const replyToMessageId = quote?.id ?? null

  const send = (text: string, scheduledAt?: string) => {
    const keys = attached.filter(isSendable).map(({ key }) => key)
    const isApart = text !== '' && taker === null
    const after = isApart ? onSend(text, scheduledAt) : undefined
    if (text && taker) tray.setCaption(taker.key, text)
    if (keys.length === 0) return
    // The first message is the one that answers.
    const quoted = isApart ? null : replyToMessageId
    void tray.send(conversationId, keys, { replyToMessageId: quoted, after, scheduledAt })
    onUnquote()
  }

  return {
    tray,
    items,
    /** What waits for somebody to send it. */
    attached,
    /** The one whose caption is the text. */
    taker,
    send,
    attach: (files: File[]) => tray.addFiles(place, files),
    attachLink: (link: string, signal: AbortSignal) => tray.addLink(place, link, signal),
    sendVoice(file: File) {
      tray.addVoice(place, file, { replyToMessageId })
      onUnquote()
    },
    /** A recording that was interrupted. */
    keepVoice: (file: File) => tray.addVoice(place, file, null),
  }
}
