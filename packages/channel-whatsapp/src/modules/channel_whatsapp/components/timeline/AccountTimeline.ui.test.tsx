import { afterEach, expect, jest, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import de from '../../i18n/de.json' with { type: 'json' }
import en from '../../i18n/en.json' with { type: 'json' }
import es from '../../i18n/es.json' with { type: 'json' }
import pl from '../../i18n/pl.json' with { type: 'json' }
import { AccountTimeline } from './AccountTimeline.tsx'
import type { AccountEvent } from './accountEvent.ts'

let count = 0
const event = (kind: string, detail: Record<string, unknown>, more: Partial<AccountEvent> = {}) => ({
  id: `e${++count}`,
  field: kind,
  kind,
  severity: 'info' as const,
  subject: null,
  channelId: null,
  occurredAt: '2026-11-21T10:00:00.000Z',
  receivedAt: '2026-11-21T10:00:01.000Z',
  detail: { kind, ...detail },
  effect: null,
  ...more,
})

const rejected = event(
  'template_status',
  { event: 'REJECTED', reason: 'INVALID_FORMAT', recommendation: 'Put words after it.' },
  { subject: 'order_update (en_US)', severity: 'problem' },
)
const unheard = event('template_status', { event: 'ROTATED' }, { subject: 'order_update (en_US)' })
const odd = event('other', { value: { surprise: 1 } }, { field: 'flows', severity: 'warning' })

const latency = { event: 'ENDPOINT_LATENCY', latency: 400, slowLatency: 2500, threshold: 1000 }
const slow = event('flow', { ...latency, alertState: 'ACTIVATED' }, { subject: 'f1', severity: 'warning' })
const fastAgain = event('flow', { ...latency, alertState: 'DEACTIVATED' }, { subject: 'f2' })
const failing = event('flow', { event: 'CLIENT_ERROR_RATE', errorRate: 14.28, threshold: 10 })
const banned = event('account_state', {
  event: 'DISABLED_UPDATE',
  ban: { state: 'SCHEDULE_FOR_DISABLE', date: '2026-12-24T12:00:00.000Z' },
})

const page = (items: unknown[], nextCursor: string | null = null) =>
  new Response(JSON.stringify({ items, nextCursor }))

async function open(
  answer: (path: string) => Response | Promise<Response>,
  dict: Record<string, string> = en,
) {
  const fetching = jest.spyOn(globalThis, 'fetch').mockImplementation(async (input) => answer(String(input)))
  const client = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } })
  const view = render(
    <I18nProvider locale="en" dict={dict}>
      <QueryClientProvider client={client}>
        <AccountTimeline connectionId="k1" />
      </QueryClientProvider>
    </I18nProvider>,
  )
  expect(fetching).not.toHaveBeenCalled()
  await userEvent.click(screen.getByText(dict['channel_whatsapp.timeline.title']!))
  return { fetching, ...view }
}

afterEach(() => {
  jest.restoreAllMocks()
})

test('what Meta reported is told in a sentence with its reason and advice', async () => {
  const { container } = await open(() => page([rejected, unheard, odd]))
  expect(await screen.findByText(/Template order_update \(en_US\) was rejected\./)).toBeTruthy()
  expect(screen.getByText('wrong format, often in a placeholder (INVALID_FORMAT)')).toBeTruthy()
  expect(screen.getByText('Put words after it.')).toBeTruthy()
  expect(screen.getByText(/Template order_update \(en_US\): ROTATED/)).toBeTruthy()
  expect(screen.getByText(/“flows” in a form that is not known/)).toBeTruthy()
  expect(container.querySelector('pre')?.textContent).toContain('"surprise": 1')
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})

test('trouble that is over is told as over, and what was measured with its unit', async () => {
  await open(() => page([slow, fastAgain, failing, banned]))
  expect(await screen.findByText(/The endpoint of flow f1 is slow/)).toBeTruthy()
  expect(screen.getByText(/The endpoint of flow f2 is fast again/)).toBeTruthy()
  expect(screen.getAllByText('2,500 ms')).toHaveLength(2)
  expect(screen.getAllByText('1,000 ms')).toHaveLength(2)
  expect(screen.getByText('14.28%')).toBeTruthy()
  expect(screen.getByText('10%')).toBeTruthy()
  expect(screen.getByText('Dec 24, 2026')).toBeTruthy()
})

test('a template that stands still says what waits for it, and one that becomes dearer what that means', async () => {
  const paused = event(
    'template_status',
    { event: 'PAUSED' },
    {
      subject: 'order_shipped (en)',
      severity: 'warning',
      effect: { usedBy: { queued: 1200, scheduled: 3, notifications: ['order_shipped'] }, category: null },
    },
  )
  const dearer = event(
    'template_category_impending',
    { current: 'UTILITY', correct: 'MARKETING' },
    {
      subject: 'invoice_ready (en)',
      severity: 'warning',
      effect: {
        usedBy: null,
        category: { to: 'MARKETING', sentLast30Days: 4500, withoutMarketingConsent: 17 },
      },
    },
  )
  await open(() => page([paused, dearer]))
  const remark = async (label: string) => (await screen.findByText(`${label}:`, { exact: false })).textContent
  expect(await remark('Messages that wait for it')).toContain('1,200')
  expect(await remark('Messages planned with it')).toContain('3')
  expect(await remark('Notifications sent with it')).toContain('Order shipped')
  expect(await remark('Sent with it in the last 30 days')).toContain('4,500')
  expect(await remark('People it reached who did not agree to marketing')).toContain('17')
})

test('earlier reports come when they are asked for', async () => {
  const { fetching } = await open((path) =>
    path.includes('cursor=c2') ? page([unheard]) : page([rejected], 'c2'),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Show earlier ones' }))
  expect(await screen.findByText(/ROTATED/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Show earlier ones' })).toBeNull()
  expect(fetching).toHaveBeenCalledTimes(2)
})

test('what is reported meanwhile is shown without a reload, for this connection alone', async () => {
  const reports = [rejected]
  const { fetching } = await open(() => page(reports))
  await screen.findByText(/was rejected/)
  reports.unshift(unheard)
  const tell = (connectionId: string) => {
    const detail = { id: 'communication_channels.account.reported', payload: { connectionId } }
    window.dispatchEvent(new CustomEvent('om:event', { detail }))
  }
  tell('another')
  tell('k1')
  expect(await screen.findByText(/ROTATED/)).toBeTruthy()
  expect(fetching).toHaveBeenCalledTimes(2)
})

test('an account without reports says so', async () => {
  await open(() => page([]))
  expect(await screen.findByText(/has reported nothing/)).toBeTruthy()
})

test('reports that could not be loaded can be asked for again', async () => {
  let isDown = true
  await open(() => (isDown ? new Response('{"error":"x"}', { status: 403 }) : page([rejected])))
  const retry = await screen.findByRole('button', { name: 'Try again' })
  isDown = false
  await userEvent.click(retry)
  expect(await screen.findByText(/was rejected/)).toBeTruthy()
})

test.each([
  ['pl', pl, /Szablon order_update \(en_US\) został odrzucony/],
  ['de', de, /Die Vorlage order_update \(en_US\) wurde abgelehnt/],
  ['es', es, /Se rechazó la plantilla order_update \(en_US\)/],
])('the sentence is there in %s', async (_, dict, sentence) => {
  await open(() => page([rejected]), dict)
  expect(await screen.findByText(sentence)).toBeTruthy()
})
