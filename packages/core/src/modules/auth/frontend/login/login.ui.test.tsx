import { expect, jest, test } from '@jest/globals'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { LoginForm } from './LoginForm.tsx'
import { redirectTarget } from './redirectTarget.ts'

afterEach(() => jest.restoreAllMocks())

function answerWith(status: number, body: unknown, headers: Record<string, string> = {}) {
  return jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => new Response(JSON.stringify(body), { status, headers }))
}

async function signIn(email: string, password: string) {
  const user = userEvent.setup()
  if (email) await user.type(screen.getByLabelText('E-mail address'), email)
  if (password) await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

test('a right password lets the person in, once', async () => {
  const fetched = answerWith(200, { ok: true })
  const onSignedIn = jest.fn()
  render(<LoginForm onSignedIn={onSignedIn} />)
  await signIn(' admin@acme.test', 'mercato-demo')
  expect(onSignedIn).toHaveBeenCalledTimes(1)
  expect(JSON.parse(String(fetched.mock.calls[0]?.[1]?.body))).toEqual({
    email: 'admin@acme.test',
    password: 'mercato-demo',
  })
})

test('a wrong password is said in words and lets nobody in', async () => {
  answerWith(401, { error: 'x', code: 'invalid_credentials' })
  const onSignedIn = jest.fn()
  render(<LoginForm onSignedIn={onSignedIn} />)
  await signIn('admin@acme.test', 'wrong')
  expect((await screen.findByRole('alert')).textContent).toContain('password is wrong')
  expect(onSignedIn).not.toHaveBeenCalled()
})

test('throttling says how long to wait', async () => {
  answerWith(429, { error: 'x', code: 'too_many_attempts' }, { 'retry-after': '290' })
  render(<LoginForm onSignedIn={() => {}} />)
  await signIn('admin@acme.test', 'wrong')
  expect((await screen.findByRole('alert')).textContent).toContain('wait 5 min')
})

test('an empty field is named beside the field and nothing is sent', async () => {
  const fetched = answerWith(200, {})
  render(<LoginForm onSignedIn={() => {}} />)
  await signIn('admin@acme.test', '')
  const password = screen.getByLabelText('Password')
  expect(password.getAttribute('aria-invalid')).toBe('true')
  const description = document.getElementById(password.getAttribute('aria-describedby') ?? '')
  expect(description?.textContent).toBe('Enter your password.')
  expect(document.activeElement).toBe(password)
  expect(fetched).not.toHaveBeenCalled()
})

test('the form has no accessibility violations', async () => {
  const { container } = render(<LoginForm onSignedIn={() => {}} />)
  // Colours need a layout engine, which jsdom is not.
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations).toEqual([])
})

test.each([
  ['?redirect=%2Fbackend%2Finbox%3Fopen%3D1', '/backend/inbox?open=1'],
  ['', '/backend'],
  ['?redirect=https%3A%2F%2Fevil.test%2Fbackend', '/backend'],
  ['?redirect=%2F%2Fevil.test%2Fbackend', '/backend'],
  ['?redirect=%2F%5Cevil.test%2Fbackend', '/backend'],
  ['?redirect=%2Fapi%2Fauth%2Flogout', '/backend'],
  ['?redirect=%2Fbackend%2F..%2Fapi', '/backend'],
])('after signing in, %s leads to %s', (search, target) => {
  expect(redirectTarget(search)).toBe(target)
})
