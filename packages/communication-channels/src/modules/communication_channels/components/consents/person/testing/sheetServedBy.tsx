import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { BackendChromeProvider } from '@open-mercato/ui/backend/BackendChromeProvider'
import { FlashMessages } from '@open-mercato/ui/backend/FlashMessages'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import texts from '../../../../i18n/en.json' with { type: 'json' }
import { conversation, fakeHub } from '../../../inbox/testing/fakeHub.ts'
import { openNewTab } from '../../../inbox/testing/inboxServedBy.tsx'
import { ConsentSheet } from '../ConsentSheet.tsx'
import type { PersonConsents } from '../consent.ts'

/** A hub that knows Maria and how she stands. */
export function hubWith(person: PersonConsents, features?: string[]) {
  openNewTab()
  const hub = fakeHub(features ? { features } : {})
  hub.elsewhere['GET /contacts/p1'] = { status: 200, body: { contact: conversation().contact } }
  hub.elsewhere['GET /contacts/p1/consents'] = { status: 200, body: person }
  return hub
}

/** Her sheet, to be rendered; from here on every request goes to `hub`. */
export function sheetServedBy(hub: ReturnType<typeof fakeHub>, onClose: () => void = () => {}) {
  globalThis.fetch = hub.fetch
  return (
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <BackendChromeProvider adminNavApi="/api/auth/profile">
          <ConsentSheet contactId="p1" onClose={onClose} />
          <FlashMessages />
        </BackendChromeProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}
