import { afterEach, expect, jest, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { BackendChromeProvider } from '@open-mercato/ui/backend/BackendChromeProvider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import texts from '../../i18n/en.json' with { type: 'json' }
import { ConnectionsTab } from './ConnectionsTab.tsx'
import type { Connection } from './connection.ts'

const connection: Connection = {
  id: 'k1',
  name: 'Acme Outdoor',
  isDefault: true,
  status: 'connected',
  lastError: null,
  businessAccountId: '11',
  accountName: 'Acme',
  portfolio: { id: '91', name: 'Acme Group' },
  phoneNumberId: '22',
  appId: null,
  apiVersion: 'v26.0',
  graphUrl: 'http://localhost:3001',
  webhookUrl: 'http://localhost:3000/api/channel_whatsapp/webhook/key',
  account: { review: 'APPROVED', ban: null, restrictions: [], lost: null, dailyLimit: null },
  numbers: [
    {
      channelId: 'ch1',
      phoneNumberId: '22',
      displayPhoneNumber: '+48 22 123 45 01',
      verifiedName: 'Acme Outdoor',
      qualityRating: 'GREEN',
      messagingLimit: 'TIER_2K',
      throughput: 'HIGH',
      isFlagged: false,
      nameDecision: 'REJECTED',
      requestedName: 'Best Shop',
      username: 'acme',
      status: 'CONNECTED',
      nameStatus: 'APPROVED',
      newNameStatus: null,
      codeVerificationStatus: 'VERIFIED',
      isPinEnabled: true,
      isOfficial: false,
      platformType: 'CLOUD_API',
      accountMode: 'LIVE',
      isRegistered: true,
      isEnabled: true,
    },
  ],
  templates: { approved: 3, total: 5, syncedAt: null },
  updatedAt: '2026-11-21T10:00:00Z',
}

const nowhere = { state: 'off', url: null, problem: null }
const readings: Record<string, unknown> = {
  '/api/channel_whatsapp/connections/k1/webhook': {
    webhook: { url: '', app: { ...nowhere, missingFields: [] }, account: nowhere, numbers: [] },
  },
  '/api/communication_channels/channels': { items: [] },
  '/api/communication_channels/settings': { defaultChannelId: null },
}

type Call = { method: string; path: string; body: Record<string, unknown> | null }

function show(features = ['channel_whatsapp.*'], refusal?: unknown) {
  const calls: Call[] = []
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init = {}) => {
    const path = String(input)
    if (path === '/api/auth/profile') return new Response(JSON.stringify({ user: { id: 'u1' }, features }))
    const method = init.method ?? 'GET'
    if (method === 'GET') return new Response(JSON.stringify(readings[path] ?? { items: [connection] }))
    calls.push({ method, path, body: init.body ? JSON.parse(String(init.body)) : null })
    return refusal
      ? new Response(JSON.stringify(refusal), { status: 400 })
      : new Response(JSON.stringify({ connection }))
  })
  const view = render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <BackendChromeProvider adminNavApi="/api/auth/profile">
          <ConnectionsTab />
        </BackendChromeProvider>
      </QueryClientProvider>
    </I18nProvider>,
  )
  return { calls, ...view }
}

afterEach(() => {
  jest.restoreAllMocks()
})

test('a number is switched off by its switch', async () => {
  const { calls } = show()
  await userEvent.click(await screen.findByRole('switch', { name: 'Use +48 22 123 45 01' }))
  await waitFor(() =>
    expect(calls).toEqual([
      { method: 'PUT', path: '/api/channel_whatsapp/connections/k1/numbers/ch1', body: { isEnabled: false } },
    ]),
  )
})

test('that a number is connected stands in its row', async () => {
  show()
  const row = (await screen.findByText('+48 22 123 45 01')).closest('li') as HTMLElement
  expect(within(row).getByText('Connected')).toBeTruthy()
})

test('how deliveries come here is said with the button first, and the way by hand after it', async () => {
  show()
  await screen.findByText('The app')
  const [byButton, byHand] = [screen.getByText('The app'), screen.getByText(/^Or by hand/)]
  expect(byButton.compareDocumentPosition(byHand)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(screen.getByText(/“Receive messages here” does all of this\./)).toBeTruthy()
})

const webhookPath = '/api/channel_whatsapp/connections/k1/webhook'
const deliveries = (messagesArrive: boolean) => ({
  url: '',
  app: { ...nowhere, missingFields: [] },
  account: { ...nowhere, state: 'inherited' },
  numbers: [{ ...nowhere, state: 'inherited', channelId: 'ch1', messagesArrive }],
})

test('where no message arrives the card says so, in red, and nothing says that it is connected', async () => {
  jest.replaceProperty(readings, webhookPath, { webhook: deliveries(false) })
  show()
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('No messages arrive: Meta delivers to no address of ours')
  const address = screen.getByLabelText('Callback URL for Meta')
  expect(alert.compareDocumentPosition(address)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(screen.getAllByText('Receives nothing')).toHaveLength(2)
  const heading = screen.getByRole('heading', { name: 'Acme Outdoor' })
  expect(heading.parentElement?.textContent).not.toContain('Connected')
})

test('where messages arrive the card says so too', async () => {
  jest.replaceProperty(readings, webhookPath, { webhook: deliveries(true) })
  show()
  expect(await screen.findByText('Meta delivers messages to this server.')).toBeTruthy()
  expect(screen.queryByText('Receives nothing')).toBeNull()
})

test('saved secrets are neither shown nor overwritten', async () => {
  const { calls } = show()
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }))
  expect(screen.getByLabelText(/Access token/)).toHaveProperty('type', 'password')
  expect(screen.getByLabelText(/Access token/)).toHaveProperty('value', '')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(calls).toHaveLength(1))
  expect(calls[0]?.body).toEqual({ name: 'Acme Outdoor', businessAccountId: '11', phoneNumberId: '22' })
})

test('what the server objects to stands beside its field', async () => {
  show(undefined, { error: 'Check the form.', fieldErrors: { phoneNumberId: 'Meta does not know this id.' } })
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }))
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Meta does not know this id.')).toBeTruthy()
})

test('who may only look can change nothing', async () => {
  show(['channel_whatsapp.view'])
  expect(await screen.findByRole('switch')).toHaveProperty('disabled', true)
  expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull()
})

test('the tab has no accessibility violations that a machine can find', async () => {
  const { container } = show()
  await screen.findByRole('switch')
  await screen.findByText('The app')
  // Both want to draw, which jsdom cannot.
  const rules = { 'color-contrast': { enabled: false }, 'label-content-name-mismatch': { enabled: false } }
  const { violations } = await axe.run(container, { rules })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})
