import { afterEach, expect, jest, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import texts from '../../i18n/en.json' with { type: 'json' }
import type { MappingView } from '../../lib/templates/mapping/edit-mapping.ts'
import { MappingForm } from './MappingForm.tsx'

const variable = (path: string, name: string, more: object = {}) => ({
  ...{ path, name, kind: 'text' as const, link: null, guess: null, languages: ['en_US'] },
  ...more,
})
const stored: MappingView = {
  variables: [
    variable('body.1', '1'),
    variable('body.first_name', 'first_name', { guess: 'contact.first_name' }),
    variable('buttons.0', 'Track', { kind: 'suffix', link: 'https://t.example/' }),
  ],
  mapping: { 'body.1': { source: 'data.row', format: 'money' } },
}

/** @returns what was saved */
function show(answer: () => Response = () => Response.json(stored), isReadOnly = false, view = stored) {
  const saved: unknown[] = []
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    if (init?.method === 'PUT') {
      saved.push(JSON.parse(String(init.body)))
      return answer()
    }
    expect(String(url)).toContain('connectionId=k1&name=order_shipped')
    return Response.json(view)
  })
  render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <MappingForm connectionId="k1" name="order_shipped" isReadOnly={isReadOnly} />
      </QueryClientProvider>
    </I18nProvider>,
  )
  return saved
}
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))

afterEach(() => {
  jest.restoreAllMocks()
})

test('what is decided is shown and saved as it was, and a fallback beside it', async () => {
  const saved = show()
  expect(await screen.findByLabelText('Key in the data of the notification')).toHaveProperty('value', 'row')
  const [, firstName] = screen.getAllByLabelText('If there is none')
  await userEvent.type(firstName!, 'friend')
  await save()
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]).toEqual({
    mapping: {
      'body.1': { source: 'data.row', format: 'money' },
      'body.first_name': { source: 'contact.first_name', fallback: 'friend' },
    },
  })
})

test('a fallback is given by language where the template has several', async () => {
  const languages = ['en_US', 'pl']
  const saved = show(undefined, false, {
    variables: [variable('body.1', '1', { languages, guess: 'contact.name' }), variable('body.2', '2')],
    mapping: { 'body.1': { source: 'contact.name', fallback: 'there', fallbacks: { pl: 'Kliencie' } } },
  })
  expect(await screen.findByLabelText('Polish')).toHaveProperty('value', 'Kliencie')
  expect(screen.getAllByText('Another text by language')).toHaveLength(1)
  await userEvent.type(screen.getByLabelText('American English'), 'friend')
  await userEvent.clear(screen.getByLabelText('Polish'))
  await save()
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]).toEqual({
    mapping: {
      'body.1': { source: 'contact.name', fallback: 'there', fallbacks: { en_US: 'friend' } },
    },
  })
})

test('says what is filled in by the name of a value, and what of a link is fixed', async () => {
  show()
  const guessed = { selector: 'span' }
  expect(await screen.findByText('By its name: First name of the customer', guessed)).toBeTruthy()
  expect(screen.getByRole('group', { name: /Rest of the link on “Track”/ })).toBeTruthy()
  expect(screen.getByText('https://t.example/…')).toBeTruthy()
})

test('why it was not saved is said, and nothing that was typed is lost', async () => {
  const refused = { error: 'No.', code: 'x', action: 'Ask.' }
  show(() => Response.json(refused, { status: 422 }))
  await userEvent.type((await screen.findAllByLabelText('If there is none'))[0]!, 'none')
  await save()
  expect(await screen.findByText('No. Ask.')).toBeTruthy()
  expect(screen.getAllByLabelText('If there is none')[0]).toHaveProperty('value', 'none')
})

test('what is wrong with one value is said at its field', async () => {
  const fieldErrors = { 'mapping.body.1.fallback': 'No line breaks.' }
  show(() => Response.json({ error: 'No.', code: 'x', fieldErrors }, { status: 422 }))
  await screen.findAllByLabelText('If there is none')
  await save()
  expect(await screen.findByText('No line breaks.')).toBeTruthy()
  const [first, second] = screen.getAllByLabelText('If there is none')
  expect(first?.getAttribute('aria-invalid')).toBe('true')
  expect(second?.getAttribute('aria-invalid')).not.toBe('true')
})

test('who may not change it sees it only', async () => {
  show(undefined, true)
  expect((await screen.findAllByLabelText('If there is none'))[0]).toHaveProperty('disabled', true)
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})
