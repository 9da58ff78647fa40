import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import { useEffect, useState } from 'react'
import { openEventStream } from './eventStream.ts'

/** Short interruptions pass unmentioned; a person should only hear of those they could notice. */
const silence = 3_000

/** Keeps the live connection open while the shell is on the screen; answers whether it stands. */
export function useLiveConnection(): boolean {
  const { refresh } = useBackendChrome()
  const [isOnline, setIsOnline] = useState(true)

  useEffect(() => {
    let notice: ReturnType<typeof setTimeout> | undefined
    const close = openEventStream('/api/events/stream', {
      onOnlineChange: (online) => {
        clearTimeout(notice)
        if (online) setIsOnline(true)
        else notice = setTimeout(() => setIsOnline(false), silence)
      },
      onRefused: () => void refresh(),
    })
    return () => {
      clearTimeout(notice)
      close()
    }
  }, [refresh])

  return isOnline
}
