import { beforeEach, describe, expect, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { BackendChromeProvider } from '@open-mercato/ui/backend/BackendChromeProvider'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import texts from '../../i18n/en.json' with { type: 'json' }
import { conversation, fakeHub, message } from '../inbox/testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from '../inbox/testing/inboxServedBy.tsx'
import { UnsettledPage } from './UnsettledPage.tsx'
import type { Unsettled } from './unsettled.ts'

const doubtful = (id: string, displayName: string): Unsettled => {
  const { contact, channel } = conversation()
  return {
    message: message({
      id,
      direction: 'outbound',
      status: 'unknown',
      content: { type: 'text', text: `For ${displayName}` },
      author: { userId: 'u1', name: 'Ada' },
    }),
    conversation: { id: `c-${id}`, contact: { ...contact, displayName }, channel },
    unknownSince: '2026-11-21T10:00:00.000Z',
  }
}
const people = [doubtful('m1', 'Maria'), doubtful('m2', 'João'), doubtful('m3', 'Sam')]
type Answer = { status: number; body: unknown }
const listed = (items: Unsettled[], total = items.length): Answer => ({
  status: 200,
  body: { items, nextCursor: null, total },
})

function show(items: Unsettled[], features = ['communication_channels.*'], answer = listed(items)) {
  const hub = fakeHub({ features })
  hub.elsewhere['GET /messages/unsettled'] = answer
  globalThis.fetch = hub.fetch
  render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <BackendChromeProvider adminNavApi="/api/auth/profile">
          <UnsettledPage />
        </BackendChromeProvider>
      </QueryClientProvider>
    </I18nProvider>,
  )
  return hub
}
const settles = (hub: ReturnType<typeof fakeHub>) =>
  hub.asked.filter(({ what }) => what === 'POST /messages/settle').map(({ body }) => body)
const box = (name: RegExp) => screen.findByRole('checkbox', { name })

beforeEach(openNewTab)

describe('messages of which nobody knows whether they went out', () => {
  test('are listed with person, number, text, author and since when', async () => {
    show(people)
    const row = within((await box(/^Choose: Maria/)).closest('li') as HTMLElement)
    expect(row.getByRole('link').getAttribute('href')).toBe('/backend/inbox?conversation=c-m1')
    for (const words of ['For Maria', 'Ada', 'from +48 22 123 45 01', /^since /])
      expect(row.getByText(words)).toBeTruthy()
    expect(screen.getByText('Open: 3')).toBeTruthy()
  })

  test('are sent again only after a question that counts them and says the risk', async () => {
    const hub = show(people)
    hub.elsewhere['POST /messages/settle'] = {
      status: 200,
      body: {
        settled: [{ messageId: 'm1', as: 'resend', newMessageId: 'n1' }],
        skipped: [{ messageId: 'm3', code: 'window_closed', error: 'Closed.' }],
      },
    }
    await userEvent.click(await box(/^Choose: Maria/))
    await userEvent.click(await box(/^Choose: Sam/))
    await userEvent.click(screen.getByRole('button', { name: 'Send again…' }))
    const question = await screen.findByRole('alertdialog', { name: 'Send again? Messages: 2' })
    expect(question.textContent).toContain('gets the same message twice')
    expect(settles(hub)).toEqual([])
    await userEvent.click(within(question).getByRole('button', { name: 'Send again' }))
    const report = (await screen.findByText('Sent again: 1. Skipped: 1.')).closest('div[tabindex]')
    expect(settles(hub)).toEqual([{ messageIds: ['m1', 'm3'], as: 'resend' }])
    expect(report?.textContent).toContain('Maria: sent again')
    expect(report?.textContent).toContain('Sam: Free text is not possible any more')
    expect(document.activeElement).toBe(report)
  })

  test('are left as they are, all that are shown at once', async () => {
    const hub = show(people)
    const settled = people.map(({ message: { id } }) => ({ messageId: id, as: 'leave', newMessageId: null }))
    hub.elsewhere['POST /messages/settle'] = { status: 200, body: { settled, skipped: [] } }
    await userEvent.click(await box(/^Choose all shown/))
    await userEvent.click(screen.getByRole('button', { name: 'Leave as they are…' }))
    hub.elsewhere['GET /messages/unsettled'] = listed([])
    await userEvent.click(await screen.findByRole('button', { name: 'Leave them' }))
    expect(await screen.findByText('Left as they are: 3.')).toBeTruthy()
    expect(settles(hub)).toEqual([{ messageIds: ['m1', 'm2', 'm3'], as: 'leave' }])
    expect(await screen.findByText('Nothing is in doubt')).toBeTruthy()
  })

  test('stay as they are where the server does not answer, and one is told so', async () => {
    const hub = show(people)
    hub.elsewhere['POST /messages/settle'] = { status: 503, body: { error: 'Busy.', code: 'unavailable' } }
    await userEvent.click(await box(/^Choose: Maria/))
    await userEvent.click(screen.getByRole('button', { name: 'Leave as they are…' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Leave them' }))
    expect(await screen.findByText(/busy or restarting/)).toBeTruthy()
  })

  test('are only read by who may not send', async () => {
    show(people, ['communication_channels.view'])
    expect(await screen.findByText('For Maria')).toBeTruthy()
    expect(screen.queryAllByRole('checkbox')).toEqual([])
    expect(screen.queryByRole('button', { name: 'Send again…' })).toBeNull()
  })
})

test('a page that could not be read says so and can be read again', async () => {
  const refused = { status: 403, body: { error: 'No.', code: 'forbidden' } }
  const hub = show([], undefined, refused)
  expect(await screen.findByText('The messages could not be loaded')).toBeTruthy()
  hub.elsewhere['GET /messages/unsettled'] = listed([])
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Nothing is in doubt')).toBeTruthy()
})

test('the inbox counts them and leads to them, and says nothing where there are none', async () => {
  const hub = fakeHub()
  hub.elsewhere['GET /messages/unsettled'] = listed([people[0]!], 3)
  const { unmount } = render(inboxServedBy(hub))
  const notice = await screen.findByRole('link', { name: 'Messages that may not have gone out: 3' })
  expect(notice.getAttribute('href')).toBe('/backend/unsettled')
  unmount()
  hub.elsewhere['GET /messages/unsettled'] = listed([])
  render(inboxServedBy(hub))
  await waitFor(() => expect(hub.asked.length).toBeGreaterThan(1))
  expect(screen.queryByRole('link', { name: /may not have gone out/ })).toBeNull()
})

test('the page has no accessibility violations that a machine can find', async () => {
  show(people)
  await box(/^Choose: Maria/)
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})
