import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { fieldsOf } from '../model/schedule.ts'
import { conversation, fakeHub } from '../testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from '../testing/inboxServedBy.tsx'

const now = new Date('2026-11-21T10:00:00').getTime()
const windowUntil = (at: number) => ({
  isRequired: true,
  isOpen: true,
  expiresAt: new Date(at).toISOString(),
  openedBy: null,
  freeEntry: null,
})
const hours = (count: number) => count * 3_600_000

beforeEach(() => {
  openNewTab()
  jest.spyOn(Date, 'now').mockReturnValue(now)
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
})

afterEach(() => void jest.restoreAllMocks())

async function openLater(until = now + hours(48)) {
  const hub = fakeHub({ conversation: conversation({ window: windowUntil(until) }) })
  render(inboxServedBy(hub))
  await userEvent.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'See you')
  await userEvent.click(screen.getByRole('button', { name: 'Send later' }))
  return { hub, dialog: within(await screen.findByRole('dialog', { name: 'Send later' })) }
}
const give = (at: number, dialog: ReturnType<typeof within>) => {
  const { date, time } = fieldsOf(at)
  fireEvent.change(dialog.getByLabelText('Date'), { target: { value: date } })
  fireEvent.change(dialog.getByLabelText('Time'), { target: { value: time } })
}

describe('an answer that is to leave later', () => {
  test.each([
    [/^In 1 hour/, now + hours(1)],
    [/^Tomorrow morning/, new Date('2026-11-22T09:00:00').getTime()],
  ])('leaves at a time that is one click away: %s', async (name, at) => {
    const { hub, dialog } = await openLater()
    await userEvent.click(dialog.getByRole('button', { name }))
    await waitFor(() =>
      expect(hub.sent.map(({ body }) => body)).toEqual([
        { content: { type: 'text', text: 'See you' }, scheduledAt: new Date(at).toISOString() },
      ]),
    )
    const field = screen.getByRole('textbox', { name: 'Your answer' })
    expect(field).toHaveProperty('value', '')
    await waitFor(() => expect(document.activeElement).toBe(field))
  })

  test('leaves at any time one gives, by one’s own clock', async () => {
    const { hub, dialog } = await openLater()
    const at = new Date('2026-11-22T17:45:00').getTime()
    give(at, dialog)
    await userEvent.click(dialog.getByRole('button', { name: 'Send then' }))
    await waitFor(() => expect(hub.sent[0]?.body).toMatchObject({ scheduledAt: new Date(at).toISOString() }))
  })

  test.each([
    ['a time that has passed', now - 60_000, 'This time has passed'],
    ['a time too far ahead', now + hours(24 * 91), 'At most 90 days ahead'],
    ['a time after the window', now + hours(49), 'By then you can no longer write freely'],
  ])('is refused for %s before the server is asked', async (_, at, words) => {
    const { hub, dialog } = await openLater()
    give(at, dialog)
    await userEvent.click(dialog.getByRole('button', { name: 'Send then' }))
    expect(dialog.getByRole('alert').textContent).toContain(words)
    expect(hub.sent).toEqual([])
  })

  test('is not offered a quick time at which the window will be closed', async () => {
    const { dialog } = await openLater(now + hours(2))
    expect(dialog.getByRole('button', { name: /^In 1 hour/ })).toHaveProperty('disabled', false)
    expect(dialog.getByRole('button', { name: /^Tomorrow morning/ })).toHaveProperty('disabled', true)
    expect(dialog.getByText('Window closed by then')).toBeTruthy()
  })
})

describe('a form', () => {
  const openButtons = async () => {
    const hub = fakeHub({ conversation: conversation({ window: windowUntil(now + hours(48)) }) })
    render(inboxServedBy(hub))
    await userEvent.click(await screen.findByRole('button', { name: 'Attach' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Reply buttons/ }))
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.type(dialog.getByRole('textbox', { name: 'Text' }), 'Which one?')
    await userEvent.type(dialog.getAllByRole('textbox', { name: /^Button 1/ })[0]!, 'Green')
    return { hub, dialog }
  }

  test('leaves with a text for where it is refused, if one is given', async () => {
    const { hub, dialog } = await openButtons()
    expect(dialog.getByText('If it is refused, send a text instead').closest('details')?.open).toBe(false)
    await userEvent.click(dialog.getByText('If it is refused, send a text instead'))
    await userEvent.type(dialog.getByRole('textbox', { name: 'Text instead' }), 'Green or red?')
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(hub.sent[0]?.body).toMatchObject({ fallbackText: 'Green or red?' }))
    expect(hub.sent[0]?.body).not.toHaveProperty('scheduledAt')
  })

  test('leaves later too, and without a text where none is given', async () => {
    const { hub, dialog } = await openButtons()
    await userEvent.click(dialog.getByRole('button', { name: 'Send later' }))
    await userEvent.click(await screen.findByRole('button', { name: /^In 1 hour/ }))
    const scheduledAt = new Date(now + hours(1)).toISOString()
    await waitFor(() => expect(hub.sent[0]?.body).toMatchObject({ scheduledAt }))
    expect(hub.sent[0]?.body).not.toHaveProperty('fallbackText')
  })
})
