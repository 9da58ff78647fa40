import { APP_EVENT_DOM_NAME } from '@open-mercato/ui/backend/injection/useAppEvent'

export const RECONNECTED_DOM_NAME = 'om:reconnected'

const firstPause = 1_000
const longestPause = 30_000

type StreamListener = {
  onOnlineChange: (isOnline: boolean) => void
  /** The browser gave up by itself: the server refused the stream, perhaps because the session ended. */
  onRefused: () => void
}

/**
 * The live connection: connecting -> open -> (lost -> connecting)*, until it is closed.
 *
 * EventSource comes back by itself after a lost connection, but not after an HTTP error (a restart behind a
 * proxy answers 502 for a moment); from that state this opens a new one, with a growing pause. What was
 * broadcast in between is gone, so every return is announced as `om:reconnected` and as the event
 * `app.reconnected`, on which readers fetch again.
 */
export function openEventStream(address: string, listener: StreamListener): () => void {
  let source: EventSource
  let retry: ReturnType<typeof setTimeout> | undefined
  let pause = firstPause
  let wasOpen = false

  const connect = () => {
    clearTimeout(retry)
    source = new EventSource(address)
    source.onopen = () => {
      pause = firstPause
      listener.onOnlineChange(true)
      if (wasOpen) announceReturn()
      wasOpen = true
    }
    source.onmessage = (message) => dispatch(message.data)
    source.onerror = () => {
      listener.onOnlineChange(false)
      if (source.readyState !== EventSource.CLOSED) return
      listener.onRefused()
      clearTimeout(retry)
      retry = setTimeout(connect, pause)
      pause = Math.min(pause * 2, longestPause)
    }
  }

  const connectNow = () => {
    if (source.readyState === EventSource.OPEN) return
    source.close()
    connect()
  }

  connect()
  window.addEventListener('online', connectNow)
  return () => {
    window.removeEventListener('online', connectNow)
    clearTimeout(retry)
    source.close()
  }
}

function dispatch(data: string): void {
  try {
    window.dispatchEvent(new CustomEvent(APP_EVENT_DOM_NAME, { detail: JSON.parse(data) }))
  } catch {
    // A frame we cannot read must not end the stream.
  }
}

function announceReturn(): void {
  window.dispatchEvent(new CustomEvent(RECONNECTED_DOM_NAME))
  window.dispatchEvent(
    new CustomEvent(APP_EVENT_DOM_NAME, {
      detail: { id: 'app.reconnected', payload: {}, timestamp: Date.now(), organizationId: null },
    }),
  )
}
