import { beforeEach, describe, expect, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { FlashMessages } from '@open-mercato/ui/backend/FlashMessages'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import texts from '../../i18n/en.json' with { type: 'json' }
import type { HubSettings } from '../inbox/data/useHubSettings.ts'
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

const settings: HubSettings = {
  defaultChannelId: null,
  fileRetentionDays: null,
  automaticPerMinute: 50,
  legalHold: null,
  consentRules: {
    stopEnds: 'marketing',
    doubleOptIn: false,
    confirmWithinDays: 7,
    utilityBasis: { checkout: true, form: true, wroteFirst: true },
    stopWords: ['stop', 'wypisz'],
    startWords: ['start'],
    confirmWords: ['yes'],
  },
  defaultLanguage: null,
  notificationLanguages: [],
  enabledNotifications: [],
}
const retention = { name: 'Delete files from customers after a while' }

function show(
  fileRetentionDays: number | null,
  renditions = true,
  legalHold: HubSettings['legalHold'] = null,
) {
  const hub = fakeHub()
  hub.elsewhere['GET /settings'] = { status: 200, body: { ...settings, fileRetentionDays, legalHold } }
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
    hub.elsewhere['PUT /settings'] = { status: 200, body: { ...settings, ...body } }
    await userEvent.click(await screen.findByRole('switch', retention))
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
    const toggle = await screen.findByRole('switch', retention)
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
    hub.elsewhere['PUT /settings'] = { status: 200, body: { ...settings, ...body } }
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
    await userEvent.click(await screen.findByRole('switch', retention))
    await save()
    expect(await screen.findByText('Not yours.')).toBeTruthy()
    expect(saved(hub)).toEqual([{ defaultChannelId: null, fileRetentionDays: null }])
  })
})

describe('the pace of automatic messages', () => {
  test.each(['0', '100001', '2.5', 'many', ''])('cannot be %j', async (typed) => {
    const hub = show(null)
    const field = await screen.findByRole('textbox', { name: 'Automatic messages per minute' })
    await userEvent.clear(field)
    if (typed) await userEvent.type(field, typed)
    await userEvent.click(screen.getByRole('button', { name: 'Save the pace' }))
    expect(screen.getByText('Give a whole number from 1 to 100,000.')).toBeTruthy()
    expect(saved(hub)).toEqual([])
  })

  test('is saved without touching the other settings', async () => {
    const hub = show(null)
    hub.elsewhere['PUT /settings'] = { status: 200, body: { ...settings, automaticPerMinute: 120 } }
    const field = await screen.findByRole('textbox', { name: 'Automatic messages per minute' })
    expect(field).toHaveProperty('value', '50')
    await userEvent.clear(field)
    await userEvent.type(field, '120{Enter}')
    await waitFor(() => expect(saved(hub)).toEqual([{ automaticPerMinute: 120 }]))
  })
})

describe('a legal hold', () => {
  const hold = { name: 'Legal hold' }

  test('is put on with the reason for it', async () => {
    const hub = show(null)
    const legalHold = { since: '2026-11-21T10:00:00.000Z', reason: 'Case 7' }
    hub.elsewhere['PUT /settings'] = { status: 200, body: { ...settings, legalHold } }
    await userEvent.click(await screen.findByRole('switch', hold))
    expect(saved(hub)).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), ' Case 7 ')
    await userEvent.click(screen.getByRole('button', { name: 'Keep everything' }))
    expect(await screen.findByText('Reason: Case 7')).toBeTruthy()
    expect(saved(hub)).toEqual([{ legalHold: { reason: 'Case 7' } }])
    expect(screen.getByRole('switch', hold).getAttribute('aria-checked')).toBe('true')
  })

  test('is taken off only after a question that says what goes', async () => {
    const hub = show(null, true, { since: '2026-11-21T10:00:00.000Z', reason: null })
    hub.elsewhere['PUT /settings'] = { status: 200, body: settings }
    await userEvent.click(await screen.findByRole('switch', hold))
    const question = await screen.findByRole('alertdialog', { name: 'End the legal hold?' })
    expect(question.textContent).toContain('goes with the next clean-up, for good')
    await userEvent.click(screen.getByRole('button', { name: 'Keep the hold' }))
    expect(saved(hub)).toEqual([])
    await userEvent.click(screen.getByRole('switch', hold))
    await userEvent.click(await screen.findByRole('button', { name: 'End it' }))
    await waitFor(() => expect(saved(hub)).toEqual([{ legalHold: null }]))
    await waitFor(() => expect(screen.getByRole('switch', hold).getAttribute('aria-checked')).toBe('false'))
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
  await screen.findByRole('switch', retention)
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})
