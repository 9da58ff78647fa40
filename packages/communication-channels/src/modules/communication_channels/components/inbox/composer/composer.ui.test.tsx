import { beforeEach, describe, expect, test } from '@jest/globals'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { fakeHub } from '../testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from '../testing/inboxServedBy.tsx'

const field = () => screen.findByRole('textbox', { name: 'Your answer' })
const dialog = () => screen.getByRole('dialog')
const box = (name: string, part = dialog()) => within(part).getByRole('textbox', { name })
const fill = async (values: Record<string, string>, part = dialog()) => {
  for (const [name, value] of Object.entries(values)) {
    await userEvent.click(box(name, part))
    await userEvent.paste(value)
  }
}
const press = (name: string) => userEvent.click(within(dialog()).getByRole('button', { name }))
const open = async (name: RegExp) => {
  await userEvent.click(await screen.findByRole('button', { name: 'Attach' }))
  await userEvent.click(await screen.findByRole('menuitem', { name }))
}
const toBeClosed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
const anId = expect.stringMatching(/^[0-9a-f]{32}$/)

beforeEach(openNewTab)

describe('what a form builds', () => {
  test('a location, with both coordinates from one paste', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await open(/Location/)
    await fill({ Name: 'Shop', Address: 'Main Street 1', Longitude: '52.2297, 21.0122' })
    await press('Send')
    await toBeClosed()
    expect(hub.sent.map(({ body }) => body)).toEqual([
      {
        content: {
          type: 'location',
          latitude: 52.2297,
          longitude: 21.0122,
          name: 'Shop',
          address: 'Main Street 1',
        },
      },
    ])
    await waitFor(async () => expect(document.activeElement).toBe(await field()))
  })

  test('a location, with both coordinates typed into one field', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await open(/Location/)
    await userEvent.type(box('Latitude'), '52.2297, 21.0122')
    await press('Send')
    await toBeClosed()
    expect(hub.sent[0]?.body.content).toEqual({ type: 'location', latitude: 52.2297, longitude: 21.0122 })
  })

  test('a location, with the commas that some write in numbers', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await open(/Location/)
    await userEvent.type(box('Latitude'), '52,25')
    await userEvent.type(box('Longitude'), '21,5')
    await press('Send')
    await toBeClosed()
    expect(hub.sent[0]?.body.content).toEqual({ type: 'location', latitude: 52.25, longitude: 21.5 })
  })

  test('a contact card, without the lines left empty', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await open(/Contact card/)
    await press('Add a phone')
    await press('Add a phone')
    await fill({
      Name: ' Ada Admin ',
      'Phone 1': '+48 22 123 45 01',
      'Phone 3': '+48 22 123 45 02',
      'E-mail': 'ada@acme.test',
      Company: 'Acme',
    })
    await press('Send')
    await toBeClosed()
    expect(hub.sent[0]?.body).toEqual({
      content: {
        type: 'contacts',
        contacts: [
          {
            name: { formattedName: 'Ada Admin' },
            phones: [{ phone: '+48 22 123 45 01' }, { phone: '+48 22 123 45 02' }],
            emails: [{ email: 'ada@acme.test' }],
            organization: { company: 'Acme' },
          },
        ],
      },
    })
  })

  test('reply buttons, each with an id of its own', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await open(/Reply buttons/)
    await press('Add a button')
    await press('Add a button')
    expect(within(dialog()).queryByRole('button', { name: 'Add a button' })).toBeNull()
    await press('Remove button 3')
    await fill({ Heading: 'Your order', Text: 'When?', 'Button 1': 'Today', 'Button 2': 'Tomorrow' })
    await press('Send')
    await toBeClosed()
    const { content } = hub.sent[0]!.body
    expect(content).toEqual({
      type: 'interactive',
      kind: 'reply_buttons',
      header: { type: 'text', text: 'Your order' },
      body: 'When?',
      buttons: [
        { id: anId, title: 'Today' },
        { id: anId, title: 'Tomorrow' },
      ],
    })
    expect(content.buttons[0].id).not.toBe(content.buttons[1].id)
  })

  test('a list with sections', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await open(/^List/)
    await fill({ Text: 'Which size?', Button: 'Sizes', 'Small print': 'While stocks last', 'Row 1': 'S' })
    await press('Add a section')
    const [first, second] = within(dialog()).getAllByRole('group') as [HTMLElement, HTMLElement]
    await fill({ 'Title of the section': 'Small', Description: 'Up to 160 cm' }, first)
    await fill({ 'Title of the section': 'Large', 'Row 1': 'L' }, second)
    await press('Send')
    await toBeClosed()
    expect(hub.sent[0]?.body.content).toEqual({
      type: 'interactive',
      kind: 'list',
      body: 'Which size?',
      footer: 'While stocks last',
      label: 'Sizes',
      sections: [
        { title: 'Small', rows: [{ id: anId, title: 'S', description: 'Up to 160 cm' }] },
        { title: 'Large', rows: [{ id: anId, title: 'L' }] },
      ],
    })
  })
})

describe('a form', () => {
  test('is still filled in after a reload', async () => {
    const { unmount } = render(inboxServedBy(fakeHub()))
    await open(/Reply buttons/)
    await fill({ Text: 'When?' })
    unmount()
    render(inboxServedBy(fakeHub()))
    await open(/Reply buttons/)
    expect(box('Text')).toHaveProperty('value', 'When?')
  })

  test.each([
    ['abc', true],
    ['+48 1', true],
    ['112', false],
    ['+48 (22) 123-45.01 ext. 7', false],
  ])('has its doubts about the phone %s: %s', async (phone, isRefused) => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await open(/Contact card/)
    await fill({ Name: 'Ada', Phone: phone })
    await press('Send')
    if (!isRefused) return toBeClosed()
    expect(within(dialog()).getByText('This is not a phone number.')).toBeTruthy()
    expect(hub.sent).toEqual([])
  })

  test('counts while typing and sends nothing that is too long or missing', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await open(/Reply buttons/)
    await fill({ 'Button 1': 'x'.repeat(21) })
    expect(within(dialog()).getByText('21 / 20')).toBeTruthy()
    expect(within(dialog()).getByText('At most 20 characters.')).toBeTruthy()
    expect(within(dialog()).queryByText('Fill this in.')).toBeNull()
    await press('Send')
    expect(within(dialog()).getByText('Fill this in.')).toBeTruthy()
    expect(document.activeElement).toBe(box('Text'))
    expect(hub.sent).toHaveLength(0)
  })

  test('shows what the customer will see', async () => {
    render(inboxServedBy(fakeHub()))
    await open(/Reply buttons/)
    await fill({ Text: 'When?', 'Button 1': 'Today' })
    const preview = within(dialog()).getByRole('figure', { name: 'As the customer will see it' })
    expect(preview.textContent).toContain('When?')
    expect(preview.textContent).toContain('Today')
  })

  test('puts the server’s complaint beside its field, and tries again under the same key', async () => {
    const hub = fakeHub()
    hub.answers.push({
      status: 422,
      body: {
        error: 'Too narrow.',
        code: 'content_invalid',
        fieldErrors: { 'content.buttons.0.title': 'No emoji here.', 'content.other': 'Something else.' },
      },
    })
    hub.answers.push('no answer')
    render(inboxServedBy(hub))
    await open(/Reply buttons/)
    await fill({ Text: 'When?', 'Button 1': 'Today' })
    await press('Send')
    await within(dialog()).findByText('No emoji here.')
    expect(box('Button 1').getAttribute('aria-invalid')).toBe('true')
    expect(within(within(dialog()).getByRole('alert')).getByText('Something else.')).toBeTruthy()
    await press('Send')
    await within(dialog()).findByText(/The server did not answer/)
    await press('Send')
    await toBeClosed()
    expect(new Set(hub.sent.map(({ key }) => key)).size).toBe(1)
  })

  test('keeps what it holds when it is closed, until it is discarded', async () => {
    render(inboxServedBy(fakeHub()))
    await open(/Contact card/)
    await fill({ Name: 'Ada' })
    await userEvent.keyboard('{Escape}')
    await toBeClosed()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Attach' })))
    await open(/Contact card.*not sent yet/)
    expect(box('Name')).toHaveProperty('value', 'Ada')
    await press('Discard')
    await toBeClosed()
    await open(/Contact card/)
    expect(box('Name')).toHaveProperty('value', '')
  })

  test.each([/Location/, /Contact card/, /Reply buttons/, /^List/])(
    '%s has no accessibility violations that a machine can find',
    async (name) => {
      render(inboxServedBy(fakeHub()))
      await open(name)
      await press('Send')
      const { violations } = await axe.run(dialog(), { rules: { 'color-contrast': { enabled: false } } })
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
    },
  )
})

test('the menu is walked by arrows and left by Escape', async () => {
  render(inboxServedBy(fakeHub()))
  const button = await screen.findByRole('button', { name: 'Attach' })
  button.focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toMatch(/^Files/)
  await userEvent.keyboard('{ArrowUp}')
  expect(document.activeElement?.textContent).toMatch(/^List/)
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(button))
})
