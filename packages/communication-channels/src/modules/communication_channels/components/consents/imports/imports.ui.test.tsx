import { beforeEach, describe, expect, test } from '@jest/globals'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { openNewTab } from '../../inbox/testing/inboxServedBy.tsx'
import { consentsServedBy } from '../testing/consentsServedBy.tsx'
import type { ConsentImport } from './consentImport.ts'

const one = (change: Partial<ConsentImport> = {}): ConsentImport => ({
  ...{ id: 'i1', fileName: 'people.csv', state: 'checked', total: 10, sound: 8, faulty: 2, done: 0 },
  ...{ recorded: 0, repeated: 0, overruled: 0, problem: null, ignoredColumns: [] },
  defaults: { purpose: 'marketing', text: null, textVersion: null, language: null, document: null },
  createdBy: { userId: 'u1', name: 'Ada' },
  createdAt: '2026-11-22T08:00:00.000Z',
  updatedAt: '2026-11-22T08:00:00.000Z',
  finishedAt: null,
  ...change,
})
const faulty = {
  items: [
    {
      ...{ line: 3, state: 'faulty', phone: '12' },
      problems: [{ code: 'phone_invalid', column: 'phone', line: null, sentence: 'No phone.' }],
    },
    {
      ...{ line: 5, state: 'faulty', phone: '+48601234567' },
      problems: [{ code: 'duplicate', column: 'phone', line: 2, sentence: 'Twice.' }],
    },
  ],
  nextCursor: null,
}
const at = (state: ConsentImport) => ({
  'GET /consents/imports/i1': { import: state },
  'GET /consents/imports/i1/rows': faulty,
})
const ok = (body: unknown) => ({ status: 200, body })
const tell = () =>
  act(() => {
    const id = 'communication_channels.consent_import.progressed'
    const detail = { id, payload: { importId: 'i1' }, timestamp: 0, organizationId: 'o' }
    window.dispatchEvent(new CustomEvent('om:event', { detail }))
  })
const WITHOUT_COLOURS = { rules: { 'color-contrast': { enabled: false } } }
const barriers = async () => (await axe.run(document.body, WITHOUT_COLOURS)).violations.map(({ id }) => id)
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const list = new File(['phone,agreed_at\n'], 'people.csv', { type: 'text/csv' })

beforeEach(openNewTab)

function shown(served?: Parameters<typeof consentsServedBy>[0]) {
  const { page, ...hub } = consentsServedBy(served)
  render(page)
  return hub
}

describe('importing a list', () => {
  test('asks for the file and what holds for everybody, and sends no more than that', async () => {
    const hub = shown({ answers: at(one({ state: 'checking', total: 4 })) })
    hub.elsewhere['POST /consents/imports'] = { status: 202, body: { import: one({ state: 'checking' }) } }
    await userEvent.click(await button('Import a list'))
    expect(((await button('Check the list')) as HTMLButtonElement).disabled).toBe(true)
    await userEvent.upload(screen.getByLabelText(/Choose a CSV file/), list)
    await userEvent.type(screen.getByLabelText('The text they were shown'), 'Yes.')
    expect(await barriers()).toEqual([])
    await userEvent.click(await button('Check the list'))
    await waitFor(() => expect(hub.forms).toHaveLength(1))
    expect([...hub.forms[0]!.keys()].sort()).toEqual(['file', 'purpose', 'text'])
    await waitFor(() => expect(window.location.search).toBe('?import=i1'))
    expect(await screen.findByText(/^Rows looked at/)).toBeTruthy()
  })

  test('says what is wrong with a file that is refused, and takes another', async () => {
    const hub = shown({ address: '?import=new' })
    const body = { error: 'A spreadsheet.', code: 'file_spreadsheet', action: 'Save it.' }
    hub.elsewhere['POST /consents/imports'] = { status: 422, body }
    await userEvent.upload(await screen.findByLabelText(/Choose a CSV file/), list)
    await userEvent.click(await button('Check the list'))
    expect(await screen.findByText(/This is a spreadsheet, whatever its name ends in\. Open it/)).toBeTruthy()
    await userEvent.upload(screen.getByLabelText(/people\.csv/), new File(['x'], 'other.csv'))
    expect(screen.queryByText(/This is a spreadsheet/)).toBeNull()
  })

  test('shows what was found, with every faulty row, before anything is recorded', async () => {
    const hub = shown({
      address: '?import=i1',
      answers: at(one({ ignoredColumns: ['Name', 'Town'] })),
    })
    expect(await screen.findByText('Rows that can be recorded: 8')).toBeTruthy()
    const rows = within(await screen.findByRole('list', { name: 'Faulty rows' })).getAllByRole('listitem')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Line 312phone: This is no whole phone number/),
      expect.stringMatching(/^Line 5\+48601234567phone: The same person stands in line 2 already/),
    ])
    expect(screen.getByText('Columns that are left aside: Name, Town')).toBeTruthy()
    expect(await barriers()).toEqual([])
    hub.elsewhere['POST /consents/imports/i1/start'] = ok({ import: one({ state: 'running' }) })
    hub.elsewhere['GET /consents/imports/i1'] = ok({ import: one({ state: 'running', done: 4 }) })
    await userEvent.click(await button('Record 8 rows'))
    expect(await screen.findByRole('progressbar', { name: 'Recorded: 4 of 8' })).toBeTruthy()
    expect(await barriers()).toEqual([])
  })

  test('ends with a report that says what became of every row', async () => {
    const hub = shown({ address: '?import=i1', answers: at(one({ state: 'running', done: 4 })) })
    await screen.findByRole('progressbar')
    const over = one({ state: 'finished', done: 8, recorded: 6, repeated: 2, overruled: 1 })
    hub.elsewhere['GET /consents/imports/i1'] = ok({ import: over })
    tell()
    expect(await screen.findByText('Recorded: 6', {}, { timeout: 3000 })).toBeTruthy()
    expect(screen.getByText(/They stay opted out: their last word counts/)).toBeTruthy()
    expect(screen.getByText(/came with an earlier import, and changed nothing/)).toBeTruthy()
    expect(screen.getByText(/Faulty rows were left out: 2/)).toBeTruthy()
    expect(await screen.findAllByText(/^This is no whole phone number/)).toHaveLength(1)
    expect(await barriers()).toEqual([])
  })

  test('names the line at which a file cannot be read', async () => {
    const problem = { code: 'quote_open', message: 'In line 4711.', action: null, line: 4711 }
    shown({
      address: '?import=i1',
      answers: at(one({ state: 'failed', total: 0, sound: 0, faulty: 0, problem })),
    })
    expect(await screen.findByText('The file could not be read: look at line 4711')).toBeTruthy()
    await userEvent.click(await button('Choose another file'))
    expect(window.location.search).toBe('?import=new')
  })

  test('offers no recording where no row is sound, nor to who may only look', async () => {
    shown({ address: '?import=i1', answers: at(one({ sound: 0, faulty: 10 })) })
    expect(await screen.findByText('No row can be recorded')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Record \d/ })).toBeNull()
  })

  test('says that there is no such import', async () => {
    shown({ address: '?import=gone' })
    expect(await screen.findByText('This import does not exist')).toBeTruthy()
  })
})

test('imports are listed with what became of them, and lead to their reports', async () => {
  const items = [
    one({ id: 'i1', state: 'running', done: 2 }),
    one({ id: 'i2', fileName: 'a'.repeat(150), state: 'finished', done: 8, recorded: 8 }),
  ]
  shown({
    address: '?view=imports',
    answers: { 'GET /consents/imports': { items, nextCursor: null } },
  })
  expect(await screen.findByRole('progressbar', { name: 'Recorded: 2 of 8' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'people.csv' }).getAttribute('href')).toContain('import=i1')
  expect(await barriers()).toEqual([])
})
