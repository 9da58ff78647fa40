import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { BackendChromeProvider } from '@open-mercato/ui/backend/BackendChromeProvider'
import { FlashMessages } from '@open-mercato/ui/backend/FlashMessages'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import texts from '../../../i18n/en.json' with { type: 'json' }
import { InboxPage } from '../InboxPage.tsx'
import type { fakeHub } from './fakeHub.ts'

/** A new tab, with the conversation of the fake hub in its address. */
export function openNewTab(): void {
  // The notices ask for the reader's colours, which this DOM does not know.
  window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as MediaQueryList
  sessionStorage.clear()
  window.history.replaceState(null, '', '/backend/inbox?conversation=c1')
}

/** The inbox as a host shows it, to be rendered; from here on every request of the page goes to `hub`. */
export function inboxServedBy(hub: ReturnType<typeof fakeHub>) {
  globalThis.fetch = hub.fetch
  return (
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <BackendChromeProvider adminNavApi="/api/auth/profile">
          <InboxPage />
          <FlashMessages />
        </BackendChromeProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}
