import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { BackendChromeProvider } from '@open-mercato/ui/backend/BackendChromeProvider'
import { FlashMessages } from '@open-mercato/ui/backend/FlashMessages'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import texts from '../../i18n/en.json' with { type: 'json' }
import type { Circuit } from '../inbox/model/conversation.ts'
import { fakeHub } from '../inbox/testing/fakeHub.ts'
import { openNewTab } from '../inbox/testing/inboxServedBy.tsx'
import { BatchesPage } from './BatchesPage.tsx'
import type { Batch, Recipient } from './batch.ts'

const none = {
  waiting: 0,
  queued: 0,
  sent: 0,
  delivered: 0,
  read: 0,
  failed: 0,
  unknown: 0,
  cancelled: 0,
  refused: 0,
}
const batch = (change: Partial<Batch> = {}): Batch => ({
  id: 'b1',
  name: 'Autumn sale',
  channelId: 'ch1',
  channelName: 'Shop',
  state: 'running',
  problem: null,
  total: 10,
  counts: { ...none, read: 3, delivered: 2, sent: 1, failed: 1, refused: 1, queued: 1, waiting: 1 },
  contentType: 'template',
  scheduledAt: null,
  createdBy: { userId: 'u1', name: 'Ada' },
  createdAt: '2026-11-21T10:00:00.000Z',
  finishedAt: null,
  estimatedEndAt: null,
  ...change,
})
const recipient = (position: number, change: Partial<Recipient> = {}): Recipient => ({
  position,
  phone: `+4860100000${position}`,
  name: null,
  conversationId: null,
  state: 'sent',
  messageId: null,
  error: null,
  ...change,
})
const report = [
  recipient(1, { conversationId: 'c1', state: 'read' }),
  recipient(2, { state: 'refused', error: { code: 'duplicate', message: 'Twice.', action: null } }),
  recipient(3, { phone: null, name: 'Maria Nowak', conversationId: 'c3' }),
]

type Shown = { id?: string; features?: string[]; batches?: Batch[]; circuit?: Circuit }

function show(shown: Batch, { id, features, batches = [shown], circuit }: Shown = {}) {
  window.history.replaceState(null, '', `/backend/batches${id ? `?batch=${id}` : ''}`)
  const hub = fakeHub(features ? { features } : {})
  if (circuit) hub.state.conversation.channel.circuit = circuit
  const answer = (body: unknown) => ({ status: 200, body })
  hub.elsewhere['GET /batches'] = answer({ items: batches, nextCursor: null })
  hub.elsewhere['GET /batches/b1'] = answer({ batch: shown })
  hub.elsewhere['GET /batches/b1/recipients'] = answer({ items: report, nextCursor: null })
  globalThis.fetch = hub.fetch
  render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <BackendChromeProvider adminNavApi="/api/auth/profile">
          <BatchesPage />
          <FlashMessages />
        </BackendChromeProvider>
      </QueryClientProvider>
    </I18nProvider>,
  )
  return hub
}
const tell = (id: string) =>
  act(() => {
    const detail = { id, payload: { batchId: 'b1' }, timestamp: 0, organizationId: 'o' }
    window.dispatchEvent(new CustomEvent('om:event', { detail }))
  })
/** This DOM's files cannot be asked for their text. */
const textOf = (file: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.readAsText(file)
  })
const parts = (container: ParentNode) =>
  [...container.querySelectorAll('[data-part]')].map((part) => part.getAttribute('data-part'))

beforeEach(openNewTab)

describe('the list of batches', () => {
  test('draws how far each has got and says it in numbers', async () => {
    show(batch())
    const card = (await screen.findByRole('heading', { name: 'Autumn sale' })).closest('li') as HTMLElement
    expect(parts(card)).toEqual(['read', 'delivered', 'sent', 'failed', 'waiting'])
    const legend = within(card)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(legend).toEqual(['Read3', 'Delivered2', 'Sent1', 'Not reached2', 'Still to go2'])
    for (const words of ['Running', 'Recipients: 10', 'from Shop', 'by Ada'])
      expect(within(card).getByText(words)).toBeTruthy()
  })

  test('says how a batch comes about where there is none', async () => {
    show(batch(), { batches: [] })
    expect(await screen.findByText('No batches yet')).toBeTruthy()
    expect(screen.getByText(/through the API/)).toBeTruthy()
  })

  test('goes on by itself while a batch does', async () => {
    const hub = show(batch())
    await screen.findByText('Running')
    const finished = batch({ state: 'finished', counts: { ...none, read: 10 } })
    hub.elsewhere['GET /batches'] = { status: 200, body: { items: [finished], nextCursor: null } }
    tell('communication_channels.batch.finished')
    expect(await screen.findByText('Finished', {}, { timeout: 3000 })).toBeTruthy()
    expect(parts(document)).toEqual(['read'])
  })

  test('leads to each of them and back', async () => {
    show(batch())
    await userEvent.click(await screen.findByRole('link', { name: 'Autumn sale' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Autumn sale' })).toBeTruthy()
    expect(window.location.search).toBe('?batch=b1')
    const isFocusOn = (title: string) =>
      document.activeElement?.contains(screen.getByRole('heading', { level: 1, name: title })) &&
      document.activeElement !== document.body
    expect(isFocusOn('Autumn sale')).toBe(true)
    await userEvent.click(screen.getByRole('link', { name: 'All batches' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Batches' })).toBeTruthy()
    expect(isFocusOn('Batches')).toBe(true)
  })

  test('says of one whose time has not come that it is scheduled', async () => {
    show(batch({ scheduledAt: new Date(Date.now() + 3_600_000).toISOString() }))
    expect(await screen.findByText('Scheduled')).toBeTruthy()
    expect(screen.queryByText('Running')).toBeNull()
  })
})

describe('one batch', () => {
  const steered = (hub: ReturnType<typeof fakeHub>) =>
    hub.asked.filter(({ what }) => what.startsWith('POST')).map(({ what }) => what)

  test('is paused and goes on', async () => {
    const hub = show(batch(), { id: 'b1' })
    const paused = { status: 200, body: { batch: batch({ state: 'paused' }) } }
    hub.elsewhere['POST /batches/b1/pause'] = paused
    const pause = await screen.findByRole('button', { name: 'Pause' })
    hub.elsewhere['GET /batches/b1'] = paused
    await userEvent.click(pause)
    expect(await screen.findByRole('button', { name: 'Resume' })).toBeTruthy()
    expect(steered(hub)).toEqual(['POST /batches/b1/pause'])
  })

  test('is cancelled only after a question', async () => {
    const hub = show(batch(), { id: 'b1' })
    const cancelled = { status: 200, body: { batch: batch({ state: 'cancelled' }) } }
    hub.elsewhere['POST /batches/b1/cancel'] = cancelled
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel the batch' }))
    const question = await screen.findByRole('alertdialog', { name: 'Cancel this batch?' })
    expect(steered(hub)).toEqual([])
    hub.elsewhere['GET /batches/b1'] = cancelled
    await userEvent.click(within(question).getByRole('button', { name: 'Cancel the batch' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull())
    expect(steered(hub)).toEqual(['POST /batches/b1/cancel'])
  })

  test('says why it was paused by nobody', async () => {
    const problem = { code: 'channel_disabled', message: 'The number is off.', action: null }
    show(batch({ state: 'paused', problem }), { id: 'b1' })
    expect(await screen.findByText('Paused by itself')).toBeTruthy()
  })

  test('says why nothing leaves while sending from its number is paused, and not when it ends', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString()
    const circuit: Circuit = { state: 'open', reason: 'account', retryAt: soon }
    show(batch({ estimatedEndAt: soon }), { id: 'b1', circuit })
    expect(await screen.findByText(/Sending from Shop is paused until/)).toBeTruthy()
    expect(screen.getByText(/goes on by itself afterwards/)).toBeTruthy()
    expect(screen.queryByText(/done about/)).toBeNull()
  })

  test('is not steered by who may only look', async () => {
    show(batch(), {
      id: 'b1',
      features: ['communication_channels.view', 'communication_channels.batches.view'],
    })
    expect(await screen.findByRole('heading', { level: 1, name: 'Autumn sale' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
  })

  test('that does not exist is named as such', async () => {
    show(batch(), { id: 'elsewhere' })
    expect(await screen.findByText('This batch does not exist')).toBeTruthy()
  })
})

describe('the report', () => {
  test('names each recipient, the state and the reason, and is narrowed to a state', async () => {
    const hub = show(batch(), { id: 'b1' })
    const row = (await screen.findByText('+48601000002')).closest('tr') as HTMLElement
    expect(row.textContent).toContain('Not sent')
    expect(row.textContent).toContain('This person is in the batch already.')
    expect(screen.getByRole('link', { name: 'Maria Nowak' }).getAttribute('href')).toContain('c3')
    await userEvent.click(screen.getByRole('button', { name: 'Not sent 1' }))
    await waitFor(() => expect(window.location.search).toBe('?batch=b1&state=refused'))
    expect(hub.asked.filter(({ what }) => what.endsWith('/recipients')).length).toBeGreaterThan(1)
  })

  test('is downloaded page by page as one file', async () => {
    show(batch(), { id: 'b1' })
    const asked: string[] = []
    const { fetch } = globalThis
    globalThis.fetch = async (input, init) => {
      const address = String(input)
      if (!address.includes('/recipients')) return fetch(input, init)
      asked.push(new URL(address, 'http://shop').searchParams.get('cursor') ?? '')
      const body = asked.at(-1)
        ? { items: [report[2]], nextCursor: null }
        : { items: report.slice(0, 2), nextCursor: '2' }
      return new Response(JSON.stringify(body))
    }
    const files: Blob[] = []
    const names: string[] = []
    URL.createObjectURL = (blob) => {
      files.push(blob as Blob)
      return 'blob:report'
    }
    URL.revokeObjectURL = () => {}
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download)
    })
    await screen.findByText('+48601000001')
    asked.length = 0
    await userEvent.click(screen.getByRole('button', { name: 'Download as CSV' }))
    await waitFor(() => expect(names).toEqual(['Autumn sale.csv']))
    expect(asked).toEqual(['', '2'])
    const text = await textOf(files[0] as Blob)
    expect(text.split('\r\n')[2]).toBe(
      '2,,+48601000002,Not sent,This person is in the batch already.,duplicate,,',
    )
    expect(text.trimEnd().split('\r\n')).toHaveLength(4)
    click.mockRestore()
  })
})

test.each([undefined, 'b1'])(
  'no page has accessibility violations that a machine can find: %s',
  async (id) => {
    show(batch(), { id })
    await screen.findByText(id ? '+48601000001' : 'Running')
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map((node) => node.html)])).toEqual([])
  },
)
