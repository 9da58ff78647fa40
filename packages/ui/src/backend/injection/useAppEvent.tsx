import type { AppEventPayload } from '@open-mercato/shared/modules/widgets/injection'
import { type DependencyList, useEffect, useRef } from 'react'

export const APP_EVENT_DOM_NAME = 'om:event'

/** `*` matches everything, `module.entity.*` everything below it, anything else only itself. */
export function matchesPattern(pattern: string, eventId: string): boolean {
  if (pattern === '*' || pattern === eventId) return true
  return pattern.endsWith('.*') && eventId.startsWith(pattern.slice(0, -1))
}

/**
 * Calls the handler for every event the server broadcasts to this person that matches the pattern.
 * After a lost connection has come back, `app.reconnected` arrives: events may have been missed, so read again.
 *
 * @example useAppEvent('communication_channels.message.*', () => refetch())
 */
export function useAppEvent(
  pattern: string,
  handler: (event: AppEventPayload) => void,
  deps: DependencyList = [],
): void {
  const latest = useRef(handler)
  latest.current = handler
  useEffect(() => {
    const listen = (event: Event) => {
      const payload = (event as CustomEvent<AppEventPayload>).detail
      if (payload && matchesPattern(pattern, payload.id)) latest.current(payload)
    }
    window.addEventListener(APP_EVENT_DOM_NAME, listen)
    return () => window.removeEventListener(APP_EVENT_DOM_NAME, listen)
  }, [pattern, ...deps])
}
