import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { conversation, fakeHub, message, windowClosed } from '../testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from '../testing/inboxServedBy.tsx'

const HOUR = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()
const open = { isRequired: true, isOpen: true, expiresAt: inHours(5), openedBy: null, freeEntry: null }
const closed = { ...open, isOpen: false, expiresAt: inHours(-1) }
const openedBy = (messageId: string, contentType = 'text') => ({ messageId, contentType, at: inHours(-19) })
const scrolled = jest.fn<(this: Element) => void>()
beforeEach(() => {
  openNewTab()
  scrolled.mockClear()
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolled.call(this)
  }
})

describe('the header of a thread', () => {
  test.each([
    ['text', 'their message'],
    ['image', 'their message'],
    ['reaction', 'their reaction'],
    ['call', 'their call'],
  ])('says that a %s opened the window, and leads to it', async (contentType, said) => {
    const window = { ...open, openedBy: openedBy('m1', contentType) }
    render(inboxServedBy(fakeHub({ conversation: conversation({ window }) })))
    await userEvent.click(await screen.findByRole('button', { name: new RegExp(`Since ${said}`) }))
    await waitFor(() => expect(document.activeElement?.id).toBe('message-m1'))
    expect(scrolled.mock.contexts.map((element) => (element as Element).id)).toContain('message-m1')
  })

  test('reads older messages until the one is there that opened the window', async () => {
    const hub = fakeHub({ conversation: conversation({ window: { ...open, openedBy: openedBy('old') } }) })
    const served = hub.fetch
    hub.fetch = async (input, init) => {
      const url = String(input)
      if (!url.includes('/c1/messages')) return served(input, init)
      const page = url.includes('before=2')
        ? { items: [message({ id: 'old' })], olderCursor: null }
        : url.includes('before=1')
          ? { items: [message({ id: 'between' })], olderCursor: '2' }
          : { items: [message({ id: 'm1' })], olderCursor: '1' }
      return new Response(JSON.stringify(page))
    }
    render(inboxServedBy(hub))
    await userEvent.click(await screen.findByRole('button', { name: /Since their message/ }))
    await waitFor(() => expect(document.activeElement?.id).toBe('message-old'))
  })

  test('leads there from the badge as well, where the header has no room for it', async () => {
    const conversationNow = conversation({ window: { ...open, openedBy: openedBy('m1') } })
    render(inboxServedBy(fakeHub({ conversation: conversationNow })))
    await userEvent.click(await screen.findByRole('button', { name: /^Window open for/ }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: /^Since their message/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement?.id).toBe('message-m1'))
  })

  test('says nothing of what opened a window that is closed', async () => {
    const window = { ...closed, openedBy: openedBy('m1') }
    render(inboxServedBy(fakeHub({ conversation: conversation({ window }), policy: windowClosed })))
    await screen.findByRole('button', { name: 'Window closed' })
    expect(screen.queryByRole('button', { name: /^Since their/ })).toBeNull()
  })

  test('says until when an answer makes everything free, and until when it is', async () => {
    const offered = { isOpen: false, expiresAt: null, offeredUntil: inHours(20) }
    const first = render(
      inboxServedBy(fakeHub({ conversation: conversation({ window: { ...open, freeEntry: offered } }) })),
    )
    await userEvent.click(await screen.findByRole('button', { name: /^Free if answered by/ }))
    expect(await screen.findByText(/came from an advertisement/)).toBeTruthy()
    first.unmount()
    const freeEntry = { isOpen: true, expiresAt: inHours(70), offeredUntil: null }
    const { container } = render(
      inboxServedBy(fakeHub({ conversation: conversation({ window: { ...open, freeEntry } }) })),
    )
    await userEvent.click(await screen.findByRole('button', { name: /^Free of charge until/ }))
    expect(await screen.findByText(/To write freely, the other window/)).toBeTruthy()
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})

describe('the list of conversations', () => {
  test('shows by one click what closes soon, with their number, and asks the server for that', async () => {
    const hub = fakeHub()
    const asked: string[] = []
    const served = hub.fetch
    hub.fetch = async (input, init) => {
      const url = String(input)
      if (!url.includes('/conversations?')) return served(input, init)
      asked.push(url)
      const items = url.includes('closing_soon') ? [] : [hub.state.conversation]
      return new Response(JSON.stringify({ items, nextCursor: null, closingSoon: 3 }))
    }
    render(inboxServedBy(hub))
    const filter = await screen.findByRole('button', { name: /Closing soon/ })
    await waitFor(() => expect(filter.textContent).toBe('Closing soon3'))
    await userEvent.click(filter)
    expect(filter.getAttribute('aria-pressed')).toBe('true')
    expect(await screen.findByText('No window closes soon')).toBeTruthy()
    expect(window.location.search).toContain('window=closing_soon')
    expect(asked.some((url) => url.includes('limit=30') && url.includes('window=closing_soon'))).toBe(true)
    await userEvent.click(screen.getByRole('button', { name: 'Unread' }))
    expect(filter.getAttribute('aria-pressed')).toBe('false')
    expect(window.location.search).not.toContain('closing_soon')
  })
})
