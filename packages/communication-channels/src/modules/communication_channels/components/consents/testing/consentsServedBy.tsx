import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { BackendChromeProvider } from '@open-mercato/ui/backend/BackendChromeProvider'
import { FlashMessages } from '@open-mercato/ui/backend/FlashMessages'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import texts from '../../../i18n/en.json' with { type: 'json' }
import { fakeHub } from '../../inbox/testing/fakeHub.ts'
import { ConsentsPage } from '../ConsentsPage.tsx'

type Served = { address?: string; features?: string[]; answers?: Record<string, unknown> }

/** The page of consents, to be rendered, over a hub with these answers by what is asked (`GET /consents`). */
export function consentsServedBy({ address = '', features, answers = {} }: Served = {}) {
  window.history.replaceState(null, '', `/backend/consents${address}`)
  const hub = fakeHub(features ? { features } : {})
  const nobody = { items: [], nextCursor: null }
  const all = { 'GET /consents': nobody, 'GET /consents/imports': nobody, ...answers }
  for (const [what, body] of Object.entries(all)) hub.elsewhere[what] = { status: 200, body }
  /** Searches of the list, and forms that were handed in. */
  const searches: string[] = []
  const forms: FormData[] = []
  globalThis.fetch = (input: string | URL | Request, init: RequestInit = {}) => {
    const url = String(input)
    if (url.includes('/consents?')) searches.push(url.split('?')[1] ?? '')
    if (!(init.body instanceof FormData)) return hub.fetch(input, init)
    forms.push(init.body)
    return hub.fetch(input, { ...init, body: null })
  }
  const page = (
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <BackendChromeProvider adminNavApi="/api/auth/profile">
          <main>
            <ConsentsPage />
          </main>
          <FlashMessages />
        </BackendChromeProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
  return { ...hub, page, searches, forms }
}
