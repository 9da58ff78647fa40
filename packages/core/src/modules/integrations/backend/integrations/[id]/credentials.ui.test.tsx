import { expect, jest, test } from '@jest/globals'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { CredentialsTab } from './CredentialsTab.tsx'
import { unchangedSecret } from './credentialsForm.ts'
import type { IntegrationDetail } from './integrationDetail.ts'

const detail: IntegrationDetail = {
  integration: {
    id: 'courier',
    title: 'Courier',
    credentials: {
      fields: [
        { key: 'token', label: 'Token', type: 'secret', required: true, helpText: 'From the dashboard.' },
        { key: 'signing', label: 'Signing secret', type: 'secret' },
        { key: 'account', label: 'Account', type: 'text', required: true },
        { key: 'isCustom', label: 'Own address', type: 'boolean' },
        {
          key: 'address',
          label: 'Address',
          type: 'url',
          required: true,
          visibleWhen: { field: 'isCustom', equals: true },
        },
      ],
    },
  },
  state: {
    isEnabled: true,
    apiVersion: null,
    reauthRequired: false,
    lastHealthStatus: null,
    lastHealthCheckedAt: null,
    lastHealthLatencyMs: null,
    updatedAt: null,
  },
  credentials: { token: unchangedSecret, account: '42' },
  secretFieldsConfigured: ['token'],
  hasCredentials: true,
}

// The switch measures itself; jsdom has no layout to measure.
beforeAll(() => {
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
})

afterEach(() => jest.restoreAllMocks())

function show(mayEdit = true) {
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <CredentialsTab detail={detail} mayEdit={mayEdit} />
    </QueryClientProvider>,
  )
}

function answerWith(status: number, body: unknown) {
  return jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => new Response(JSON.stringify(body), { status }))
}

type Fetched = ReturnType<typeof answerWith>
const sentBy = (fetched: Fetched) => JSON.parse(String(fetched.mock.calls[0]?.[1]?.body)).credentials
const save = () => screen.getByRole('button', { name: 'Save credentials' })

test('an untouched secret keeps its mask, and no mask is invented for one that was never stored', async () => {
  const fetched = answerWith(200, {})
  const user = userEvent.setup()
  show()
  await user.type(screen.getByLabelText('Account*'), '3')
  await user.click(save())
  expect(sentBy(fetched)).toEqual({ token: unchangedSecret, account: '423', isCustom: false })
})

test('a replaced secret is sent as typed, without its mask', async () => {
  const fetched = answerWith(200, {})
  const user = userEvent.setup()
  show()
  expect(screen.queryByDisplayValue(unchangedSecret)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Replace' }))
  await user.type(screen.getByLabelText('Token*'), 'new-token')
  await user.click(save())
  expect(sentBy(fetched).token).toBe('new-token')
})

test('a required secret that is being replaced by nothing is not sent, and can be kept after all', async () => {
  const fetched = answerWith(200, {})
  const user = userEvent.setup()
  show()
  await user.click(screen.getByRole('button', { name: 'Replace' }))
  await user.click(save())
  expect(screen.getByText('Please fill this in.')).toBeTruthy()
  expect(fetched).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Keep the saved one' }))
  await user.click(save())
  expect(sentBy(fetched).token).toBe(unchangedSecret)
})

test("the server's field errors appear at their fields", async () => {
  answerWith(400, {
    error: 'Some fields are wrong.',
    code: 'invalid_input',
    fieldErrors: { 'credentials.account': 'Only digits, please.' },
  })
  const user = userEvent.setup()
  show()
  await user.type(screen.getByLabelText('Account*'), 'x')
  await user.click(save())
  const account = screen.getByLabelText('Account*')
  const description = await screen.findByText('Only digits, please.')
  expect(account.getAttribute('aria-invalid')).toBe('true')
  expect(description.closest('p')?.id).toBe(account.getAttribute('aria-describedby'))
})

test('a field that depends on another is asked for, and required, only when it shows', async () => {
  const fetched = answerWith(200, {})
  const user = userEvent.setup()
  show()
  expect(screen.queryByLabelText('Address*')).toBeNull()
  await user.click(screen.getByRole('switch', { name: 'Own address' }))
  await user.click(save())
  expect(screen.getByLabelText('Address*').getAttribute('aria-invalid')).toBe('true')
  expect(fetched).not.toHaveBeenCalled()
})

test('who may not change credentials is not offered to', () => {
  show(false)
  expect(screen.queryByRole('button', { name: 'Save credentials' })).toBeNull()
  expect((screen.getByLabelText('Account*') as HTMLInputElement).disabled).toBe(true)
})

test('the form has no accessibility violations', async () => {
  const { container } = show()
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations).toEqual([])
})
