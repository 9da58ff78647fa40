import { useEffect } from 'react'

const count = /^\(\d+\+?\) /

/** Puts the number of unread conversations before whatever the host calls the page in the browser's tab. */
export function useUnreadTitle(unread: string | null): void {
  useEffect(() => {
    if (!unread) return
    document.title = `(${unread}) ${document.title.replace(count, '')}`
    return () => {
      document.title = document.title.replace(count, '')
    }
  }, [unread])
}
