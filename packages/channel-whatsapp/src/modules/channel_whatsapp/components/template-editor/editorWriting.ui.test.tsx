import { expect, jest, test } from '@jest/globals'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { editorWith, fine, lastSaved } from './testing/editorWith.tsx'

const { showEditor, theBody, thePhone, press, soon, write, choose } = editorWith({
  spy: () => jest.fn(),
  render,
  screen,
  userEvent,
  waitFor,
})

test('what is written stands on the phone at once, and at the server soon', async () => {
  const { calls } = showEditor()
  await write(await theBody(), 'Your order is *ready*.')
  await waitFor(() => expect(within(thePhone()).getByText('ready').tagName).toBe('STRONG'))
  await soon(() => screen.getByText('Saved as a draft'))
  expect(lastSaved(calls).components).toEqual([{ type: 'BODY', text: 'Your order is *ready*.' }])
  expect(calls.map(({ what }) => what)).toEqual(['POST /templates/drafts'])
})

test('a name is made one that Meta takes while it is typed', async () => {
  showEditor()
  const name = await screen.findByLabelText(/^Name/)
  await write(name, 'Order Shipped!')
  expect(name).toHaveProperty('value', 'order_shipped')
})

test('a variable comes in where the cursor stands, and its sample onto the phone', async () => {
  showEditor()
  const body = await theBody()
  await write(body, 'Hi , welcome')
  body.setSelectionRange(3, 3)
  await press('Insert variable')
  expect(body.value).toBe('Hi {{1}}, welcome')
  expect(body.selectionStart).toBe(8)
  await write(screen.getByLabelText('Example for 1'), 'Maria')
  await waitFor(() => expect(thePhone().textContent).toContain('Hi Maria, welcome'))
})

test('what is selected is marked by a button and by the keyboard', async () => {
  showEditor()
  const body = await theBody()
  await write(body, 'now or never')
  body.setSelectionRange(0, 3)
  await press('Bold')
  expect(body.value).toBe('*now* or never')
  body.setSelectionRange(9, 14)
  await userEvent.keyboard('{Control>}i{/Control}')
  expect(body.value).toBe('*now* or _never_')
})

test('numbered variables become named ones, and a name is changed in the text too', async () => {
  showEditor({ initial: fine })
  await choose('Variables are', 'named')
  const name = await screen.findByLabelText('Name of the variable value_1')
  await userEvent.clear(name)
  await write(name, 'First name')
  await userEvent.tab()
  expect((await theBody()).value).toContain('Hello {{first_name}}, your order {{value_2}}')
  expect(screen.getByLabelText('Example for first_name')).toHaveProperty('value', 'Maria')
})

test('the header is bold on the phone, the footer stands below', async () => {
  showEditor({ initial: fine })
  await choose('Kind of header', 'Text')
  await write(await screen.findByLabelText(/^Text of the header/), 'Good news')
  await write(screen.getByLabelText('Text of the footer'), 'Acme Outdoor')
  await waitFor(() => expect(thePhone().textContent).toMatch(/Good news.*Hello Maria.*Acme Outdoor/))
})

test('a language that is written from the right turns the phone around', async () => {
  showEditor({ initial: { ...fine, language: 'ar' } })
  await theBody()
  expect(thePhone().getAttribute('dir')).toBe('rtl')
})

test('a merchant never sees JSON', async () => {
  const { baseElement } = showEditor({ initial: fine })
  await theBody()
  expect(baseElement.textContent).not.toMatch(/body_text|parameter_format|"type"|components/)
})
