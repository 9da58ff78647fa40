import { beforeEach, expect, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { FlashMessages } from '@open-mercato/ui/backend/FlashMessages'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import texts from '../../../i18n/en.json' with { type: 'json' }
import { fakeHub } from '../../inbox/testing/fakeHub.ts'
import { openNewTab } from '../../inbox/testing/inboxServedBy.tsx'
import { NotificationsCard } from './NotificationsCard.tsx'

beforeEach(() => {
  openNewTab()
  // The list brings its chosen one into view, which this DOM cannot.
  Element.prototype.scrollIntoView = () => {}
})

const settings = {
  defaultLanguage: null,
  notificationLanguages: ['pl'],
  enabledNotifications: ['order_shipped', 'own_idea'],
}

function show() {
  const hub = fakeHub()
  hub.elsewhere['PUT /settings'] = { status: 200, body: {} }
  globalThis.fetch = hub.fetch
  render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <NotificationsCard settings={settings} />
        <FlashMessages />
      </QueryClientProvider>
    </I18nProvider>,
  )
  return {
    hub,
    saved: () => hub.asked.filter(({ what }) => what === 'PUT /settings').map(({ body }) => body),
  }
}

async function choose(field: string, option: string) {
  const select = screen.getByRole('combobox', { name: field })
  act(() => select.focus())
  await userEvent.keyboard('{Enter}')
  await screen.findByRole('option', { name: option })
  await userEvent.keyboard(`${option}{Enter}`)
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save the notifications' }))

test('what the shop sends is chosen, and in which languages', async () => {
  const { saved } = show()
  await choose('Your shop’s language', 'German')
  await choose('Add a language', 'Spanish')
  await userEvent.click(screen.getByRole('button', { name: 'Remove Polish' }))
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Add a language' }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Invoice ready' }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Order shipped' }))
  await save()
  expect(await screen.findByText('The settings are saved.')).toBeTruthy()
  expect(saved()).toEqual([
    {
      defaultLanguage: 'de',
      notificationLanguages: ['es'],
      enabledNotifications: ['invoice_ready', 'own_idea'],
    },
  ])
})

test('a language is offered once', async () => {
  show()
  const select = screen.getByRole('combobox', { name: 'Add a language' })
  act(() => select.focus())
  await userEvent.keyboard('{Enter}')
  await screen.findByRole('option', { name: 'Spanish' })
  expect(screen.queryByRole('option', { name: 'Polish' })).toBeNull()
})

test('what the server refuses is said', async () => {
  const { hub } = show()
  const fieldErrors = { defaultLanguage: 'This is no language.' }
  hub.elsewhere['PUT /settings'] = { status: 400, body: { error: 'No.', code: 'other_x', fieldErrors } }
  await save()
  expect(await screen.findByText('This is no language.')).toBeTruthy()
})

test('the card has no accessibility violations that a machine can find', async () => {
  show()
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})
