import { expect, jest, test } from '@jest/globals'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import type { TemplateDefinition } from '../../lib/templates/definition/definition.ts'
import { editorWith, fine } from './testing/editorWith.tsx'

const { showEditor, theBody, press, soon, write, choose } = editorWith({
  spy: () => jest.fn(),
  render,
  screen,
  userEvent,
  waitFor,
})

/** Meta takes no variable at the end of a text. */
const atTheEnd: TemplateDefinition = {
  ...fine,
  components: [
    {
      type: 'BODY',
      text: 'Hello, here is the code of your parcel: {{1}}',
      example: { body_text: [['PL1042']] },
    },
  ],
}
const findings = () => screen.getByRole('region', { name: 'What to look at' })
const submitButton = () => screen.getByRole('button', { name: /^Submit/ })

test('an empty form is left alone until somebody has been in a field', async () => {
  showEditor()
  const body = await theBody()
  expect(body.getAttribute('aria-invalid')).toBeNull()
  await userEvent.click(body)
  await userEvent.tab()
  await waitFor(() => expect(body.getAttribute('aria-invalid')).toBe('true'))
})

test('what Meta would refuse stands at its field, in the list with its reason, and on the button', async () => {
  showEditor({ initial: atTheEnd })
  const body = await theBody()
  expect(body.getAttribute('aria-invalid')).toBe('true')
  const described = body.getAttribute('aria-describedby')!.split(' ')
  const sentence = described.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
  const [item] = within(findings()).getAllByRole('listitem')
  expect(sentence).toContain(within(item!).getAllByRole('button')[0]!.textContent)
  expect(item!.querySelector('details')?.textContent).toMatch(/^Why\?.{20,}/)
  const reason = document.getElementById(submitButton().getAttribute('aria-describedby') ?? '')
  expect(reason?.textContent).toBe('Meta would refuse this. To mend first: 1')
})

test('a finding leads to its field, and so does the button that cannot submit yet', async () => {
  const { calls } = showEditor({ initial: atTheEnd })
  const body = await theBody()
  const [item] = within(findings()).getAllByRole('listitem')
  await userEvent.click(within(item!).getAllByRole('button')[0]!)
  expect(document.activeElement).toBe(body)
  act(() => body.blur())
  await userEvent.click(submitButton())
  expect(document.activeElement).toBe(body)
  expect(calls).toEqual([])
})

test('what can be mended plainly is mended by one press', async () => {
  showEditor({
    initial: { ...fine, components: [{ type: 'BODY', text: 'Hello {{1}}, your order is on its way.' }] },
  })
  await theBody()
  await userEvent.click(within(findings()).getByRole('button', { name: /^Fill in/ }))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Example for 1').value).not.toBe(''))
})

test('a name that is in use in the account, or kept back by Meta, is told while it is typed', async () => {
  showEditor({
    initial: fine,
    answers: {
      'GET /templates/names?connectionId=k1&name=order_shipped&language=en_US': {
        body: { takenNames: [{ name: 'order_shipped', language: 'en_US' }], blockedNames: [] },
      },
      'GET /templates/names?connectionId=k1&name=order_shipped_2&language=en_US': {
        body: {
          takenNames: [],
          blockedNames: [{ name: 'order_shipped_2', until: '2026-12-20T08:00:00.000Z' }],
        },
      },
      'GET /templates/names?connectionId=k1&name=order_shipped_23&language=en_US': { status: 400, body: {} },
    },
  })
  await soon(() => screen.getAllByText(/There is a template “order_shipped” in this language/))
  const name = screen.getByLabelText(/^Name/)
  await write(name, '_2')
  await soon(() => screen.getAllByText(/“order_shipped_2” cannot be used before Dec 20, 2026/))
  await write(name, '3')
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBeNull())
})

test('what a finding names is in the reader’s words', async () => {
  const buttons = [1, 2].map((digit) => ({
    type: 'PHONE_NUMBER' as const,
    text: `Call ${digit}`,
    phone_number: `+4822123450${digit}`,
  }))
  showEditor({ initial: { ...fine, components: [...fine.components, { type: 'BUTTONS', buttons }] } })
  await theBody()
  expect(
    within(findings()).getByText('2 buttons of the kind “phone number”, and 1 may be there'),
  ).toBeTruthy()
})

test('what Meta says about a field stands there until that is written anew', async () => {
  const refusal = {
    error: 'Refused.',
    code: 'template_refused',
    detail: 'The name is in use.',
    fieldErrors: { name: 'This name is taken.', 'components.0.text': 'Known by a sentence only.' },
    findings: [{ code: 'meta_name_in_use', level: 'refused', path: 'name', params: {} }],
  }
  showEditor({
    initial: fine,
    answers: { 'POST /templates/drafts/d1/submit': { status: 422, body: refusal } },
  })
  await theBody()
  await press('Submit')
  await press('Submit to Meta')
  const name = await screen.findByLabelText(/^Name/)
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'))
  await waitFor(() => expect(document.activeElement).toBe(name))
  expect(screen.getAllByText('Known by a sentence only.').length).toBeGreaterThan(0)
  expect(screen.getByText(/Meta says: The name is in use\./)).toBeTruthy()
  await write(name, '_2')
  await waitFor(() => expect(name.getAttribute('aria-invalid')).toBeNull())
})

const refusedWith = (refusal: object) => ({
  'POST /templates/drafts/d1/submit': {
    status: 422,
    body: { error: 'Refused.', code: 'template_refused', fieldErrors: {}, findings: [], ...refusal },
  },
})

test('what Meta says about no field stands in the list, keeps nobody from trying again, and goes with any change', async () => {
  const finding = { code: 'meta_other', level: 'refused', path: '', params: {} }
  showEditor({ initial: fine, answers: refusedWith({ findings: [finding] }) })
  await theBody()
  await press('Submit')
  await press('Submit to Meta')
  await press('Go on writing')
  const [item] = await waitFor(() => within(findings()).getAllByRole('listitem'))
  await userEvent.click(within(item!).getAllByRole('button')[0]!)
  expect(document.activeElement).toBe(findings())
  await userEvent.click(submitButton())
  await press('Go on writing')
  await write(screen.getByLabelText(/^Name/), '_2')
  await waitFor(() => expect(within(findings()).queryByRole('listitem')).toBeNull())
})

test('a field that is folded away is opened when a finding leads to it, and stays open while it is emptied', async () => {
  showEditor({ initial: fine, answers: refusedWith({ fieldErrors: { ttlSeconds: 'Too long.' } }) })
  await theBody()
  await press('Submit')
  await press('Submit to Meta')
  const ttl = screen.getByLabelText(/^Seconds/)
  await waitFor(() => expect(document.activeElement).toBe(ttl))
  expect(ttl.closest('details')!.open).toBe(true)
  await write(ttl, '60')
  await userEvent.clear(ttl)
  expect(ttl.closest('details')!.open).toBe(true)
})

test('what one account’s server said is not said of another account', async () => {
  const accounts = ['k1', 'k2'].map((connectionId) => ({ connectionId, name: `Shop ${connectionId}` }))
  showEditor({
    initial: fine,
    answers: {
      ...refusedWith({ fieldErrors: { name: 'This name is taken.' } }),
      'GET /templates/accounts': { body: { items: accounts } },
    },
  })
  await theBody()
  await press('Submit')
  await press('Submit to Meta')
  expect((await screen.findAllByText('This name is taken.')).length).toBeGreaterThan(0)
  await choose('WhatsApp account', 'Shop k2')
  await waitFor(() => expect(screen.queryByText('This name is taken.')).toBeNull())
})

test('has no accessibility violations that a machine can find', async () => {
  const { baseElement } = showEditor({ initial: atTheEnd })
  await theBody()
  const dialog = baseElement.querySelector('[role=dialog]') as HTMLElement
  const { violations } = await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})
