import { useCallback, useSyncExternalStore } from 'react'

const changed = 'communication_channels:url'

/**
 * The page's search parameters as state. The browser's own history is the only store, so that the page works under
 * whichever router the host has; `popstate` brings its back button and `currententrychange` the host's own navigation.
 */
export function useUrlParams() {
  const search = useSyncExternalStore(subscribe, () => window.location.search)
  const setParams = useCallback((change: Record<string, string | null>, how: 'push' | 'replace' = 'push') => {
    const url = hrefWith(change)
    if (how === 'push') window.history.pushState(null, '', url)
    else window.history.replaceState(window.history.state, '', url)
    window.dispatchEvent(new Event(changed))
  }, [])
  return { params: new URLSearchParams(search), setParams }
}

/** The address of this page with some search parameters changed; null removes one. */
export function hrefWith(change: Record<string, string | null>): string {
  const params = new URLSearchParams(window.location.search)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) params.delete(name)
    else params.set(name, value)
  }
  const search = params.toString()
  return window.location.pathname + (search ? `?${search}` : '')
}

function subscribe(notify: () => void): () => void {
  const navigation = (window as { navigation?: EventTarget }).navigation
  window.addEventListener('popstate', notify)
  window.addEventListener(changed, notify)
  navigation?.addEventListener('currententrychange', notify)
  return () => {
    window.removeEventListener('popstate', notify)
    window.removeEventListener(changed, notify)
    navigation?.removeEventListener('currententrychange', notify)
  }
}
