import { expect, jest, test } from '@jest/globals'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { TemplateDefinition } from '../../lib/templates/definition/definition.ts'
import { buttonsOf } from './model/buttons.ts'
import { cardsOf } from './model/carousel.ts'
import { textOf } from './model/text-parts.ts'
import { editorWith, fine, lastSaved } from './testing/editorWith.tsx'

const { showEditor, theBody, thePhone, press, soon, write, choose } = editorWith({
  spy: () => jest.fn(),
  render,
  screen,
  userEvent,
  waitFor,
})

const add = async (kind: RegExp) => {
  await press('Add button')
  await press(kind)
}
const marketing: TemplateDefinition = { ...fine, category: 'MARKETING' }

test('buttons are added with their fields, moved by the keyboard and taken away', async () => {
  const { calls } = showEditor({ initial: fine })
  await theBody()
  await add(/^Link/)
  await write(screen.getByLabelText(/^Words on the button/), 'Track it')
  await write(screen.getByLabelText(/^Link\*$/), 'https://acme.test/t/')
  await userEvent.click(screen.getByRole('switch', { name: 'Each message has an ending of its own' }))
  await write(screen.getByLabelText(/^Example of the whole link/), 'https://acme.test/t/1042')
  await add(/^Quick reply/)
  act(() => screen.getByRole('button', { name: 'Move up: 2. Quick reply' }).focus())
  await userEvent.keyboard('{Enter}')
  // It can go no further up: the keyboard stays with it at the other arrow.
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move down: 1. Quick reply' }))
  await soon(() =>
    expect(buttonsOf(lastSaved(calls).components)).toEqual([
      { type: 'QUICK_REPLY', text: '' },
      {
        type: 'URL',
        text: 'Track it',
        url: 'https://acme.test/t/{{1}}',
        example: ['https://acme.test/t/1042'],
      },
    ]),
  )
  await press('Remove: 1. Quick reply')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add button' }))
  expect(screen.getByText('1 of 10')).toBeTruthy()
})

test('a kind of which there are enough cannot be added again', async () => {
  showEditor({ initial: fine })
  await theBody()
  await add(/^Call a number/)
  await press('Add button')
  expect(screen.getByRole('button', { name: /^Call a number/ })).toHaveProperty('disabled', true)
})

test('a product above the text and its button come together', async () => {
  const { calls } = showEditor({ initial: marketing })
  await theBody()
  await add(/^One product/)
  expect(screen.getByLabelText('Kind of header', { selector: '[role=combobox]' }).textContent).toBe(
    'Product of the catalog',
  )
  await soon(() =>
    expect(lastSaved(calls).components).toEqual([
      { type: 'HEADER', format: 'PRODUCT' },
      marketing.components[0],
      { type: 'BUTTONS', buttons: [{ type: 'SPM', text: 'View' }] },
    ]),
  )
  await choose('Kind of header', 'None')
  expect(screen.queryByRole('group', { name: '1. One product' })).toBeNull()
})

test('the menu says that order details cannot be sent from here', async () => {
  showEditor({ initial: fine })
  await theBody()
  await press('Add button')
  expect(
    screen.getByRole('button', { name: /^Order details.*sending it from here is not possible/ }),
  ).toBeTruthy()
})

test('of more than three buttons the phone shows two, and the others behind a list', async () => {
  const buttons = ['One', 'Two', 'Three', 'Four'].map((text) => ({ type: 'QUICK_REPLY' as const, text }))
  showEditor({ initial: { ...fine, components: [...fine.components, { type: 'BUTTONS', buttons }] } })
  await theBody()
  expect(within(thePhone()).queryByText('Three')).toBeNull()
  await userEvent.click(within(thePhone()).getByRole('button', { name: 'See all options' }))
  expect(within(thePhone()).getByText('Four')).toBeTruthy()
})

test('a carousel is shaped once for all cards, and each card says its own', async () => {
  const { calls } = showEditor({ initial: marketing })
  await choose('Kind of message', 'Carousel of cards')
  await press('Add card')
  expect(screen.getAllByRole('tab')).toHaveLength(3)
  await choose('On top', 'Video')
  await userEvent.click(screen.getByRole('tab', { name: 'Card 2' }))
  const panel = screen.getByRole('tabpanel')
  await write(within(panel).getByLabelText(/^Text of the card/), 'A tent')
  const cards = await soon(() => {
    const all = cardsOf(lastSaved(calls).components)
    expect(all.map((card) => textOf(card, 'BODY'))).toEqual(['', 'A tent', ''])
    return all
  })
  expect(cards.map(([header]) => header)).toEqual(Array(3).fill({ type: 'HEADER', format: 'VIDEO' }))
  expect(within(thePhone()).getByText('A tent')).toBeTruthy()
})

test('whoever tries another kind of message and comes back has lost nothing', async () => {
  const footer = { type: 'FOOTER' as const, text: 'Acme Outdoor' }
  const { calls } = showEditor({
    initial: { ...marketing, components: [...marketing.components, footer] },
  })
  await choose('Kind of message', 'Carousel of cards')
  await write(within(screen.getByRole('tabpanel')).getByLabelText(/^Text of the card/), 'A tent')
  await choose('Kind of message', 'Text message')
  expect(screen.getByLabelText('Text of the footer')).toHaveProperty('value', 'Acme Outdoor')
  await choose('Kind of message', 'Carousel of cards')
  await soon(() =>
    expect(cardsOf(lastSaved(calls).components).map((card) => textOf(card, 'BODY'))).toEqual(['A tent', '']),
  )
})

test('an offer says its code and when it ends in a box of its own', async () => {
  showEditor({ initial: marketing })
  await choose('Kind of message', 'Limited-time offer')
  await write(await screen.findByLabelText(/^What is offered/), 'Spring sale')
  await write(screen.getByLabelText(/^Example of the code/), 'MAY10')
  await waitFor(() => expect(thePhone().textContent).toMatch(/Spring sale.*Code: MAY10.*Ends in 2 days/))
})

test('a code is chosen, not written, and going back brings the text again', async () => {
  const { calls } = showEditor({ initial: fine })
  await choose('What it is for', 'Codes')
  await waitFor(() => expect(thePhone().textContent).toContain('123456 is your verification code.'))
  expect(screen.queryByLabelText(/^Text of the message/)).toBeNull()
  await write(screen.getByLabelText('Minutes until the code expires'), '5')
  await choose('How the code gets into the app', 'With one tap')
  await write(screen.getByLabelText(/^Package name/), 'com.acme')
  await soon(() =>
    expect(lastSaved(calls).components).toEqual([
      { type: 'BODY', add_security_recommendation: true },
      { type: 'FOOTER', code_expiration_minutes: 5 },
      {
        type: 'BUTTONS',
        buttons: [
          {
            type: 'OTP',
            otp_type: 'ONE_TAP',
            supported_apps: [{ package_name: 'com.acme', signature_hash: '' }],
          },
        ],
      },
    ]),
  )
  await choose('What it is for', 'Orders and appointments')
  expect((await theBody()).value).toContain('Hello {{1}}')
})
