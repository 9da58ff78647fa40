import { beforeEach, describe, expect, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { BackendChromeProvider } from '@open-mercato/ui/backend/BackendChromeProvider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import texts from '../../i18n/en.json' with { type: 'json' }
import { fakeHub } from '../inbox/testing/fakeHub.ts'
import { openNewTab } from '../inbox/testing/inboxServedBy.tsx'
import { DeliveriesPage } from './DeliveriesPage.tsx'
import type { Delivery, Fact, OpenedDelivery } from './delivery.ts'

const outcome = { messages: 1, fields: {} }
const delivery: Delivery = {
  id: '01990000-0000-7000-8000-000000000001',
  receivedAt: '2026-11-21T08:00:00.000Z',
  providerKey: 'any',
  connectionId: '01990000-0000-7000-8000-0000000000c1',
  numbers: ['Acme Outdoor'],
  state: 'applied',
  outcome,
  error: null,
  byteSize: 900,
  attempts: 1,
  nextAttemptAt: null,
  appliedAt: '2026-11-21T08:00:01.000Z',
  replayedAt: null,
  verdict: 'signed',
}
const fact: Fact = {
  kind: 'message',
  outcome: 'stored',
  hint: null,
  number: 'Acme Outdoor',
  at: '2026-11-21T08:00:00.000Z',
  direction: 'inbound',
  origin: 'live',
  contentType: 'text',
  preview: 'Hello',
  who: 'Maria Nowak',
  status: null,
  error: null,
  field: null,
  externalId: 'ext.1',
  messageId: '01990000-0000-7000-8000-0000000000a1',
  conversationId: '01990000-0000-7000-8000-0000000000b1',
}
const opened: OpenedDelivery = {
  delivery,
  raw: { encoding: 'utf-8', text: '{"hello":"there"}' },
  read: [fact],
  readCount: 1,
  readError: null,
  isHeldBack: false,
}
// This DOM knows no colours.
const WITHOUT_COLOURS = { rules: { 'color-contrast': { enabled: false } } }
const LIST = 'GET /deliveries'
const ONE = `GET /deliveries/${delivery.id}`

beforeEach(() => {
  openNewTab()
  window.history.replaceState(null, '', '/backend/deliveries')
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
})

function show(
  answers: Record<string, { status: number; body: unknown }> = {},
  features = ['communication_channels.*'],
) {
  const hub = fakeHub()
  const profile = {
    user: { id: 'u1', email: 'a@b.test', name: 'Ada', roles: [] },
    tenant: { id: 't1', name: 'T' },
    organization: { id: 'o1', name: 'O' },
    features,
  }
  Object.assign(hub.elsewhere, {
    [LIST]: { status: 200, body: { items: [delivery], nextCursor: null } },
    'GET /deliveries/filters': { status: 200, body: { connections: [], fields: [] } },
    'GET /deliveries/replays': { status: 200, body: { items: [] } },
    [ONE]: { status: 200, body: opened },
    ...answers,
  })
  const fetchHub = hub.fetch
  globalThis.fetch = async (input, init) =>
    String(input).endsWith('/api/auth/profile') ? Response.json(profile) : fetchHub(input, init)
  render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <BackendChromeProvider adminNavApi="/api/auth/profile">
          <main>
            <DeliveriesPage />
          </main>
        </BackendChromeProvider>
      </QueryClientProvider>
    </I18nProvider>,
  )
  return hub
}
const openFirst = async () => {
  await userEvent.click(await screen.findByRole('link', { name: /2026/ }))
  return screen.findByRole('dialog')
}

test('who closes an entry by the keyboard goes on where it was opened', async () => {
  show()
  const link = await screen.findByRole('link', { name: /2026/ })
  link.focus()
  await userEvent.keyboard('{Enter}')
  await screen.findByRole('dialog')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(link))
})

describe('the log', () => {
  test('says that nothing came yet, and otherwise that nothing matches', async () => {
    const nothing = { [LIST]: { status: 200, body: { items: [], nextCursor: null } } }
    show(nothing)
    await screen.findByText('Nothing has been delivered yet.')
    cleanup()
    window.history.replaceState(null, '', '/backend/deliveries?outcome=failed')
    show(nothing)
    await screen.findByText(/Nothing matches/)
  })

  test('can be asked for again where it could not be had', async () => {
    const hub = show({ [LIST]: { status: 403, body: { error: 'No.', code: 'forbidden' } } })
    await screen.findByText('The log could not be loaded')
    hub.elsewhere[LIST] = { status: 200, body: { items: [delivery], nextCursor: null } }
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByText('Messages: 1')
  })

  test('offers nothing to replay to who may only look', async () => {
    show({}, ['communication_channels.deliveries.view'])
    const dialog = await openFirst()
    await within(dialog).findByText('Message from Maria Nowak')
    expect(screen.queryByRole('button', { name: /Replay/ })).toBeNull()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  test('can be read and used by everybody', async () => {
    show()
    await screen.findByText('Messages: 1')
    expect((await axe.run(document.body, WITHOUT_COLOURS)).violations).toEqual([])
    await openFirst()
    await screen.findByText('Message from Maria Nowak')
    expect((await axe.run(screen.getByRole('dialog'), WITHOUT_COLOURS)).violations).toEqual([])
  })
})

describe('an opened delivery', () => {
  const withOpened = (part: Partial<OpenedDelivery>) => ({
    [ONE]: { status: 200, body: { ...opened, ...part } },
  })

  test('shows of very much only as much as can be shown at once, until all is wanted', async () => {
    const long = JSON.stringify({ first: 'x'.repeat(30_000), last: 'the end' })
    show(withOpened({ raw: { encoding: 'utf-8', text: long }, read: Array(120).fill(fact), readCount: 9000 }))
    const dialog = await openFirst()
    await within(dialog).findByText(/"first"/)
    expect(within(dialog).queryByText(/the end/)).toBeNull()
    expect(within(dialog).getAllByText('Message from Maria Nowak')).toHaveLength(50)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Show all of it' }))
    await within(dialog).findByText(/the end/)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Show all 120' }))
    expect(within(dialog).getAllByText('Message from Maria Nowak')).toHaveLength(120)
    within(dialog).getByText('The first 120 of 9000 are read here.')
  })

  test('shows its bytes also where they are no text, and where our code fails on them', async () => {
    show(withOpened({ raw: { encoding: 'base64', base64: 'e/8=' }, read: null, readError: 'TypeError' }))
    const dialog = await openFirst()
    await within(dialog).findByText('e/8=')
    within(dialog).getByText('It cannot be read')
    within(dialog).getByText('TypeError')
  })

  test('says why what has ended a process is not read', async () => {
    show(withOpened({ read: null, readError: 'Not read.', isHeldBack: true }))
    const dialog = await openFirst()
    await within(dialog).findByText(/^A process ended while applying it/)
    expect(within(dialog).queryByText('Not read.')).toBeNull()
  })

  test('says so where it is past its time', async () => {
    window.history.replaceState(null, '', `/backend/deliveries?delivery=${delivery.id}`)
    show({ [ONE]: { status: 404, body: { error: 'Gone.', code: 'not_found' } } })
    await screen.findByText('It is not there any more')
  })
})

describe('the preview of a replay', () => {
  const PREVIEW = 'POST /deliveries/replay/preview'
  const effects = { messages: 2, statuses: 0, raised: 1, contacts: 0, conversations: 0, failed: 1 }
  const { id, receivedAt, state } = delivery
  const deliveries = [
    { id, receivedAt, state, result: 'failed', before: outcome, after: null, error: 'database refused' },
  ]
  const choose = async () => {
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose all shown' }))
    await userEvent.click(screen.getByRole('button', { name: 'Replay chosen …' }))
    return screen.findByRole('dialog', { name: 'Replay deliveries' })
  }

  test('says honestly on how much of it it was worked out', async () => {
    show({ [PREVIEW]: { status: 200, body: { total: 4000, tried: 100, deliveries, effects } } })
    const dialog = await choose()
    await within(dialog).findByText('Worked out with the oldest 100 of 4000. The others may bring more.')
    within(dialog).getByText('New messages: 2')
    within(dialog).getByText('Messages whose status rises: 1')
    within(dialog).getByText('database refused')
    within(dialog).getByRole('button', { name: 'Replay 4000' })
  })

  test('says what it does not foretell, above all where it finds nothing new', async () => {
    const none = { messages: 0, statuses: 0, raised: 0, contacts: 0, conversations: 0, failed: 0 }
    const same = [{ ...deliveries[0], result: 'same', after: outcome, error: null }]
    show({ [PREVIEW]: { status: 200, body: { total: 1, tried: 1, deliveries: same, effects: none } } })
    const dialog = await choose()
    await within(dialog).findByText('No message or report would be new: they are all here.')
    within(dialog).getByText(/^Names of people, and news of accounts.*cannot be foretold/)
    expect(within(dialog).queryByText(/[Nn]othing would change|Changes nothing/)).toBeNull()
  })

  test('tells why what has ended a process is not tried', async () => {
    show({ [PREVIEW]: { status: 422, body: { error: 'No.', code: 'delivery_ends_processes' } } })
    await within(await choose()).findByText(/^A process ended while applying one of these/)
  })

  test('comes before anything can be replayed, and where it fails nothing can', async () => {
    const hub = show({ [PREVIEW]: { status: 400, body: { error: 'No.', code: 'invalid_input' } } })
    const dialog = await choose()
    await within(dialog).findByText('It could not be worked out')
    expect(within(dialog).getByRole('button', { name: /^Replay/ })).toHaveProperty('disabled', true)
    await waitFor(() =>
      expect(hub.asked.filter(({ what }) => what === 'POST /deliveries/replay')).toEqual([]),
    )
  })
})
