import { afterEach, expect, jest, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import texts from '../../i18n/en.json' with { type: 'json' }
import type { Connection, ConnectionNumber } from '../connections/connection.ts'
import { WebhookLevels } from '../webhook/WebhookLevels.tsx'
import type { Webhook } from '../webhook/webhook.ts'
import { NumberDialog } from './NumberDialog.tsx'
import { NumberState } from './NumberState.tsx'

const number: ConnectionNumber = {
  channelId: 'ch1',
  phoneNumberId: '22',
  displayPhoneNumber: '+48 22 123 45 01',
  verifiedName: 'Acme Outdoor',
  qualityRating: 'GREEN',
  messagingLimit: 'TIER_2K',
  throughput: 'STANDARD',
  isFlagged: false,
  nameDecision: null,
  requestedName: null,
  username: null,
  status: 'CONNECTED',
  nameStatus: 'APPROVED',
  newNameStatus: 'NONE',
  codeVerificationStatus: 'VERIFIED',
  isPinEnabled: true,
  isOfficial: false,
  platformType: 'CLOUD_API',
  accountMode: 'LIVE',
  isRegistered: true,
  isEnabled: true,
}
const connection = { id: 'k1', numbers: [number] } as Connection
const profile = {
  about: 'Tents',
  address: '',
  description: '',
  email: '',
  vertical: 'RETAIL',
  websites: [],
  pictureUrl: null,
}
const level = { state: 'inherited', url: null, problem: null } as const
const webhook: Webhook = {
  url: 'https://shop.test/hook',
  app: { ...level, state: 'off', missingFields: [] },
  account: { ...level, state: 'elsewhere', url: 'https://other.test/hook' },
  numbers: [{ ...level, channelId: 'ch1', messagesArrive: false }],
}

type Call = { method: string; path: string; body: unknown }
type Answers = Record<string, { status?: number; body: unknown }>

/** The first path of `answers` that a request ends in is what it gets. */
function show(screenOf: React.ReactNode, answers: Answers) {
  const calls: Call[] = []
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init = {}) => {
    const [path, method] = [String(input), init.method ?? 'GET']
    if (method !== 'GET')
      calls.push({ method, path, body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body })
    const name = Object.keys(answers).find((one) => `${method} ${path}`.endsWith(one))
    const { status = 200, body } = answers[name ?? ''] ?? { body: {} }
    return new Response(JSON.stringify(body), { status })
  })
  const view = render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>{screenOf}</QueryClientProvider>
    </I18nProvider>,
  )
  return { calls, ...view }
}

afterEach(() => {
  jest.restoreAllMocks()
})

const dialogOf = (more: Partial<ConnectionNumber> = {}) => (
  <NumberDialog connection={connection} number={{ ...number, ...more }} onClose={() => {}} />
)
const outside = { isRegistered: false, status: 'PENDING', codeVerificationStatus: 'NOT_VERIFIED' }

test('a number that is not registered is registered with a PIN, which is forgotten then', async () => {
  const { calls } = show(dialogOf(outside), { '/profile': { body: { profile } } })
  const field = await screen.findByLabelText('PIN of six digits')
  await userEvent.type(field, '12345')
  await userEvent.click(screen.getByRole('button', { name: 'Register' }))
  expect(await screen.findByText('The PIN has six digits.')).toBeTruthy()
  expect(calls).toEqual([])
  await userEvent.type(field, '6{Enter}')
  await waitFor(() =>
    expect(calls).toEqual([
      {
        method: 'POST',
        path: '/api/channel_whatsapp/connections/k1/numbers/ch1/actions',
        body: { action: 'register', pin: '123456' },
      },
    ]),
  )
  await waitFor(() => expect(field).toHaveProperty('value', ''))
})

test('what Meta refuses is said in words, with what Meta said itself', async () => {
  const refusal = { error: 'x', code: 'verification_code_problem', action: 'y', detail: 'Wrong code.' }
  show(dialogOf(outside), { '/actions': { status: 422, body: refusal } })
  await userEvent.type(await screen.findByLabelText('Code'), '123-456')
  await userEvent.click(screen.getByRole('button', { name: 'Verify' }))
  const alert = await screen.findByText(/Meta says: Wrong code\./)
  expect(alert.textContent).toContain('Ask for a new code')
})

test('of the profile only what was changed is sent, and the refused field says why', async () => {
  const refusal = { error: 'Check.', fieldErrors: { 'websites.0': 'A website begins with https://.' } }
  const { calls } = show(dialogOf(), {
    'PUT /api/channel_whatsapp/connections/k1/numbers/ch1/profile': { status: 400, body: refusal },
    '/profile': { body: { profile } },
  })
  const website = await screen.findByLabelText('Website')
  expect(screen.getByRole('button', { name: 'Save the texts' })).toHaveProperty('disabled', true)
  await userEvent.type(website, 'acme')
  await userEvent.click(screen.getByRole('button', { name: 'Save the texts' }))
  expect(await screen.findByText('A website begins with https://.')).toBeTruthy()
  expect(calls[0]?.body).toEqual({ websites: ['acme'] })
})

test('a profile that cannot be read can be asked for again', async () => {
  show(dialogOf(), { '/profile': { status: 503, body: { error: 'x', code: 'graph_unreachable' } } })
  expect(await screen.findByText(/Meta could not be reached\./)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})

test('the dialog has no accessibility violations that a machine can find', async () => {
  show(dialogOf(), { '/profile': { body: { profile } } })
  await screen.findByLabelText('Website')
  const { violations } = await axe.run(screen.getByRole('dialog'), {
    rules: { 'color-contrast': { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})

test.each<[string, Partial<ConnectionNumber>, string[]]>([
  ['well', {}, ['Connected']],
  ['not spoken of', { status: null }, []],
  ['in a state that Meta does not know', { status: 'UNKNOWN' }, []],
  ['not registered', outside, ['Not registered', 'Not verified']],
  ['restricted', { status: 'RESTRICTED' }, ['Restricted']],
  ['in a state that is new', { status: 'ON_THE_MOON' }, ['ON_THE_MOON']],
  ['under another name soon', { newNameStatus: 'PENDING_REVIEW' }, ['Connected', 'New name in review']],
  ['under a name that was declined', { nameStatus: 'DECLINED' }, ['Connected', 'Name declined']],
])('of a number that is %s only what matters is said', (_, more, said) => {
  const { container } = show(<NumberState number={{ ...number, ...more }} />, {})
  const badges = [...container.querySelectorAll('.rounded-full')]
  expect(badges.map((badge) => badge.textContent)).toEqual(said)
})

test('deliveries that go elsewhere are taken over after asking', async () => {
  const { calls } = show(<WebhookLevels connection={connection} />, {
    'GET /api/channel_whatsapp/connections/k1/webhook': { body: { webhook } },
    'PUT /api/channel_whatsapp/connections/k1/webhook': {
      body: { webhook: { ...webhook, account: { ...level, state: 'here' } } },
    },
  })
  expect(await screen.findByText('https://other.test/hook')).toBeTruthy()
  await userEvent.click(
    screen.getByRole('button', { name: 'Receive messages here: The WhatsApp Business account' }),
  )
  expect(calls).toEqual([])
  const question = await screen.findByRole('alertdialog').catch(() => screen.findByRole('dialog'))
  await userEvent.click(within(question).getByRole('button', { name: 'Receive messages here' }))
  await waitFor(() => expect(calls[0]?.body).toEqual({ level: 'account', isOn: true }))
  expect(await screen.findByText('Messages come here')).toBeTruthy()
})

const ownAddress = { ...webhook, account: { ...level, state: 'here' } } as const

test.each<[string, Webhook['app'], RegExp]>([
  ['nowhere', { ...level, state: 'off', missingFields: [] }, /deliver these messages nowhere/],
  [
    'elsewhere',
    { ...level, state: 'elsewhere', url: 'https://other.test/hook', missingFields: [] },
    /deliver them to https:\/\/other\.test\/hook instead/,
  ],
  ['who knows where', { ...level, state: null, missingFields: [] }, /may no longer reach your inbox/],
])('an address after which messages go %s is taken away after asking only', async (_, app, said) => {
  const { calls } = show(<WebhookLevels connection={connection} />, {
    '/webhook': { body: { webhook: { ...ownAddress, app } } },
  })
  const name = 'Use the app’s setting: The WhatsApp Business account'
  await userEvent.click(await screen.findByRole('button', { name }))
  const question = await screen.findByRole('alertdialog')
  expect(within(question).getByText('Stop receiving messages to +48 22 123 45 01 here?')).toBeTruthy()
  expect(within(question).getByText(said)).toBeTruthy()
  await userEvent.click(within(question).getByRole('button', { name: 'Cancel' }))
  expect(calls).toEqual([])
  await userEvent.click(screen.getByRole('button', { name }))
  await userEvent.click(await screen.findByRole('button', { name: 'Stop receiving here' }))
  await waitFor(() => expect(calls[0]?.body).toEqual({ level: 'account', isOn: false }))
})

test('the number that is unregistered is named before it happens', async () => {
  const { calls } = show(dialogOf(), { '/profile': { body: { profile } } })
  await userEvent.click(screen.getByRole('tab', { name: 'Registration' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Unregister this number' }))
  const question = await screen.findByRole('alertdialog')
  expect(within(question).getByText('Unregister +48 22 123 45 01?')).toBeTruthy()
  await userEvent.click(within(question).getByRole('button', { name: 'Unregister this number' }))
  await waitFor(() => expect(calls[0]?.body).toEqual({ action: 'deregister' }))
})

test('a chosen picture is seen first, with what is cut off it, and saved by its own button', async () => {
  Object.assign(URL, { createObjectURL: () => 'blob:chosen', revokeObjectURL: () => {} })
  const { calls } = show(dialogOf(), {
    'PUT /api/channel_whatsapp/connections/k1/numbers/ch1/profile/picture': { body: { profile } },
    '/profile': { body: { profile } },
  })
  const picture = new File([new Uint8Array([1])], 'shop.png', { type: 'image/png' })
  await userEvent.upload(await screen.findByLabelText('Choose a picture'), picture)
  const shown = screen.getByRole('img', { name: 'As customers will see it' })
  expect(calls).toEqual([])
  expect(screen.queryByText(/It is not square/)).toBeNull()
  Object.defineProperties(shown, { naturalWidth: { value: 640 }, naturalHeight: { value: 400 } })
  fireEvent.load(shown)
  expect(screen.getByText(/It is not square: what lies outside the circle is cut off\./)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Save the picture' }))
  await waitFor(() => expect(calls).toHaveLength(1))
  expect(await screen.findByText('No picture yet')).toBeTruthy()
})

test('a level that could not be asked says why, and offers nothing', async () => {
  const problem = { code: 'app_id_missing', message: 'x' }
  const body = { webhook: { ...webhook, app: { state: null, url: null, problem, missingFields: [] } } }
  show(<WebhookLevels connection={connection} />, { '/webhook': { body } })
  expect(await screen.findByText('This needs the app ID of the connection.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Receive messages here: The app' })).toBeNull()
})
