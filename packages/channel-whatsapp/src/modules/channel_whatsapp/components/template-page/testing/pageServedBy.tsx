import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { BackendChromeProvider } from '@open-mercato/ui/backend/BackendChromeProvider'
import { FlashMessages } from '@open-mercato/ui/backend/FlashMessages'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import texts from '../../../i18n/en.json' with { type: 'json' }
import { TemplatesPage } from '../TemplatesPage.tsx'
import { account, row } from './templates.ts'

type Body = Record<string, unknown>
type Asked = { search: URLSearchParams; body: Body | null }
/** What is answered to `GET /templates/managed`: a body, or a refusal, or what follows from what was asked. */
type Answer = Body | Refusal | ((asked: Asked) => Body | Refusal)
class Refusal {
  readonly status: number
  readonly body: Body
  constructor(status: number, body: Body) {
    this.status = status
    this.body = body
  }
}
export const refuse = (status: number, body: Body = { error: 'No.' }) => new Refusal(status, body)

export type Served = { address?: string; features?: string[]; answers?: Record<string, Answer> }

const base = '/api/channel_whatsapp'

/** The page, to be rendered, over an API with these answers; everything that is not a reading is noted in `calls`. */
export function pageServedBy({ address = '', features, answers = {} }: Served = {}) {
  // The notices ask for the reader's colours, which this DOM does not know.
  window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as MediaQueryList
  window.history.replaceState(null, '', `/backend/integrations/whatsapp/templates${address}`)
  const granted = features ?? ['channel_whatsapp.*', 'communication_channels.*']
  const calls: { what: string; body: Body | null }[] = []
  const searches: string[] = []
  const all: Record<string, Answer> = {
    'GET /templates/accounts': { items: [account()] },
    'GET /templates/managed': ({ search }) =>
      // Nothing is in review unless a test says so.
      search.get('status') === 'PENDING' ? emptyPage : { items: [row()], nextCursor: null, total: 1 },
    ...answers,
  }
  const answerTo = (what: string, asked: Asked): Body | Refusal => {
    const answer = all[what]
    if (answer === undefined) return refuse(404)
    return typeof answer === 'function' ? answer(asked) : answer
  }
  globalThis.fetch = async (input, init = {}) => {
    const url = new URL(String(input), 'http://shop.test')
    if (url.pathname === '/api/auth/profile') {
      return new Response(JSON.stringify({ user: { id: 'u1' }, features: granted }))
    }
    const method = init.method ?? 'GET'
    const what = `${method} ${url.pathname.slice(base.length)}`
    const body = init.body ? (JSON.parse(String(init.body)) as Body) : null
    if (method !== 'GET') calls.push({ what, body })
    else if (what === 'GET /templates/managed') searches.push(url.search.slice(1))
    const answer = answerTo(what, { search: url.searchParams, body })
    return answer instanceof Refusal
      ? new Response(JSON.stringify(answer.body), { status: answer.status })
      : new Response(JSON.stringify(answer))
  }
  const page = (
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <BackendChromeProvider adminNavApi="/api/auth/profile">
          <main>
            <TemplatesPage />
          </main>
          <FlashMessages />
        </BackendChromeProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
  return { page, calls, searches, answers: all }
}

export const emptyPage = { items: [], nextCursor: null, total: 0 }

/** What a webhook or a step of a sync makes the server tell. */
export const tellChanged = () =>
  act(() => {
    const detail = {
      id: 'channel_whatsapp.templates.changed',
      payload: { connectionId: 'k1' },
      timestamp: 0,
      organizationId: 'o',
    }
    window.dispatchEvent(new CustomEvent('om:event', { detail }))
  })
