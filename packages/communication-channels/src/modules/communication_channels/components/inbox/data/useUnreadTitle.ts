import { useEffect } from 'react'

const count = /^\(\d+\+?\) /

/** Puts the number of unread conversations before whatever the host calls the page in the browser's tab. */
export function useUnreadTitle(unread: string | null): void {
  useEffect(() => {
    if (!unread) return
    const show = () => {
      const title = `(${unread}) ${document.title.replace(count, '')}`
      if (document.title !== title) document.title = title
    }
    show()
    // The host names the tab anew when the page or the language changes.
    const renaming = new MutationObserver(show)
    renaming.observe(document.head, { childList: true, characterData: true, subtree: true })
    return () => {
      renaming.disconnect()
      document.title = document.title.replace(count, '')
    }
  }, [unread])
}
