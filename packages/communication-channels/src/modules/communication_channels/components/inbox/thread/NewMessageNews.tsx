import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useEffect, useRef, useState } from 'react'
import { contentWords } from '../model/contentWords.ts'
import type { InboxEntry } from '../model/threadEntries.ts'

/** Reads out what the customer has just written; what was there when the thread opened is not news. */
export function NewMessageNews({ entry }: { entry: InboxEntry | undefined }) {
  const t = useT()
  const lastKey = useRef<string | null>(null)
  const [news, setNews] = useState('')
  useEffect(() => {
    if (!entry || entry.key === lastKey.current) return
    const isFirst = lastKey.current === null
    lastKey.current = entry.key
    if (isFirst || entry.kind !== 'message' || entry.direction !== 'inbound') return
    setNews(t('communication_channels.inbox.thread.news', { text: contentWords(t, entry.message.content) }))
  }, [entry, t])
  return (
    <p aria-live="polite" className="sr-only">
      {news}
    </p>
  )
}
