import { beforeEach, describe, expect, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { FlashMessages } from '@open-mercato/ui/backend/FlashMessages'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import texts from '../../i18n/en.json' with { type: 'json' }
import { fakeHub } from '../inbox/testing/fakeHub.ts'
import { openNewTab } from '../inbox/testing/inboxServedBy.tsx'
import { SettingsPage } from './SettingsPage.tsx'

beforeEach(() => {
  openNewTab()
  // The switch measures itself, which this DOM does not know.
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
})

function show(fileRetentionDays: number | null, renditions = true) {
  const hub = fakeHub()
  hub.elsewhere['GET /settings'] = { status: 200, body: { defaultChannelId: null, fileRetentionDays } }
  hub.elsewhere['GET /files/abilities'] = { status: 200, body: { renditions, hint: null } }
  globalThis.fetch = hub.fetch
  render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <SettingsPage />
        <FlashMessages />
      </QueryClientProvider>
    </I18nProvider>,
  )
  return hub
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))
const saved = (hub: ReturnType<typeof fakeHub>) =>
  hub.asked.filter(({ what }) => what === 'PUT /settings').map(({ body }) => body)

describe('how long files are kept', () => {
  test('is off until somebody switches it on and says for how long', async () => {
    const hub = show(null)
    const body = { defaultChannelId: null, fileRetentionDays: 30 }
    hub.elsewhere['PUT /settings'] = { status: 200, body }
    await userEvent.click(
      await screen.findByRole('switch', { name: 'Delete files from customers after a while' }),
    )
    const days = screen.getByRole('textbox', { name: 'Days' })
    await userEvent.clear(days)
    await userEvent.type(days, '0')
    await save()
    expect(screen.getByText('Give a whole number from 1 to 3650.')).toBeTruthy()
    expect(saved(hub)).toEqual([])
    await userEvent.clear(days)
    await userEvent.type(days, '30')
    await save()
    const question = await screen.findByRole('dialog', { name: 'Delete older files?' })
    expect(question.textContent).toContain('older than 30 days will be deleted for good')
    expect(saved(hub)).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Delete and save' }))
    await waitFor(() => expect(saved(hub)).toEqual([body]))
    expect(await screen.findByText('The settings are saved.')).toBeTruthy()
  })

  test('says what holds as the switch stands', async () => {
    show(null)
    const toggle = await screen.findByRole('switch')
    expect(screen.getByText(/as long as this is off/)).toBeTruthy()
    await userEvent.click(toggle)
    expect(screen.queryByText(/as long as this is off/)).toBeNull()
    expect(screen.getByText(/are deleted once they are this old/)).toBeTruthy()
  })

  test.each([
    ['30', true],
    ['365', false],
  ])('asks before more is deleted than now: from 90 days to %s', async (typed, asks) => {
    const hub = show(90)
    const body = { defaultChannelId: null, fileRetentionDays: Number(typed) }
    hub.elsewhere['PUT /settings'] = { status: 200, body }
    const days = await screen.findByRole('textbox', { name: 'Days' })
    await userEvent.clear(days)
    await userEvent.type(days, typed)
    await save()
    if (asks) await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(saved(hub)).toEqual(asks ? [] : [body])
  })

  test('is switched off again, and a refusal says why', async () => {
    const hub = show(90)
    hub.elsewhere['PUT /settings'] = {
      status: 422,
      body: { error: 'No.', code: 'channel_unknown', fieldErrors: { defaultChannelId: 'Not yours.' } },
    }
    await userEvent.click(await screen.findByRole('switch'))
    await save()
    expect(await screen.findByText('Not yours.')).toBeTruthy()
    expect(saved(hub)).toEqual([{ defaultChannelId: null, fileRetentionDays: null }])
  })
})

test.each([
  [true, 'Available'],
  [false, 'apt-get install ffmpeg'],
])('says whether playable copies are made: %s', async (renditions, words) => {
  show(null, renditions)
  expect(await screen.findByText(words)).toBeTruthy()
})

test('the page has no accessibility violations that a machine can find', async () => {
  show(90, false)
  await screen.findByText('apt-get install ffmpeg')
  await screen.findByRole('switch')
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})
