import { useCallback, useState } from 'react'
import { type Drafts, emptyDrafts } from '../composer/attach/attachments.ts'

// With the version of what is kept there: an older page may have left another form.
const keyOf = (conversationId: string) => `communication_channels.forms.1.${conversationId}`

/** What is filled in in the composer's forms of one conversation. Like its text it survives a reload, not the tab. */
export function useFormDrafts(
  conversationId: string,
): [Drafts, (change: (drafts: Drafts) => Drafts) => void] {
  const [drafts, setDrafts] = useState(() => read(conversationId))
  const change = useCallback(
    (update: (drafts: Drafts) => Drafts) =>
      setDrafts((before) => {
        const after = update(before)
        sessionStorage.setItem(keyOf(conversationId), JSON.stringify(after))
        return after
      }),
    [conversationId],
  )
  return [drafts, change]
}

function read(conversationId: string): Drafts {
  const kept = sessionStorage.getItem(keyOf(conversationId))
  return { ...emptyDrafts(), ...(kept ? (JSON.parse(kept) as Drafts) : {}) }
}
