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
  sameRecordedAt: null,
  emptiedAt: null,
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

  test.each<[string, Partial<ConsentImport>, RegExp]>([
    [
      'that was recorded before',
      { sameRecordedAt: '2026-05-03T12:00:00.000Z' },
      /^The same file was recorded on May 3/,
    ],
    [
      'of which nothing is kept any more',
      { state: 'finished', done: 8, recorded: 8, emptiedAt: '2026-12-22T12:00:00.000Z' },
      /^What stood in these rows was erased on December 22, 2026: it is kept for 30 days/,
    ],
  ])('tells of a file %s', async (_, change, words) => {
    shown({ answers: at(one(change)), address: '?import=i1' })
    expect(await screen.findByText(words)).toBeTruthy()
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

  test('says of a list without a needed column what is missing and what is there, and shows the names', async () => {
    const hub = shown({ address: '?import=new' })
    const body = { error: 'x', code: 'column_missing', missing: ['agreed_at'], found: ['Phone', 'Name'] }
    hub.elsewhere['POST /consents/imports'] = { status: 422, body }
    await userEvent.upload(await screen.findByLabelText(/Choose a CSV file/), list)
    expect(document.querySelector('details')!.open).toBe(false)
    await userEvent.click(await button('Check the list'))
    expect(
      await screen.findByText(/does not name the column agreed_at. It names: Phone and Name\./),
    ).toBeTruthy()
    expect(document.querySelector('details')!.open).toBe(true)
    const example = screen.getByRole('link', { name: 'Download an example' })
    expect(example.getAttribute('download')).toBe('consents-example.csv')
    expect(decodeURIComponent(example.getAttribute('href')!)).toContain('\uFEFFphone,agreed_at,purpose,text')
  })

  test('says before recording who opted out later and stays so', async () => {
    const rows = {
      items: [{ line: 7, state: 'overruled', phone: '+48601234568', problems: [] }],
      nextCursor: null,
    }
    const answers = { ...at(one({ faulty: 0, overruled: 1 })), 'GET /consents/imports/i1/rows': rows }
    shown({ address: '?import=i1', answers })
    expect(
      await screen.findByText(/who opted out after the date in the list: 1\. They are recorded too/),
    ).toBeTruthy()
    const told = within(await screen.findByRole('list', { name: 'Rows of people who stay opted out' }))
    expect(told.getAllByRole('listitem').map((row) => row.textContent)).toEqual(['Line 7+48601234568'])
    expect(await barriers()).toEqual([])
  })

  test('asks before recording is stopped, says what became of the rest, and goes on with the same details', async () => {
    const running = one({
      state: 'running',
      done: 3,
      faulty: 0,
      defaults: { ...one().defaults, text: 'Agreed.' },
    })
    const hub = shown({ address: '?import=i1', answers: at(running) })
    const stopped = { import: { ...running, state: 'cancelled', recorded: 3 } }
    hub.elsewhere['POST /consents/imports/i1/cancel'] = ok(stopped)
    await userEvent.click(await button('Stop recording'))
    await screen.findByText(/only what is missing is recorded/)
    expect(await barriers()).toEqual([])
    await userEvent.click(await button('Go on recording'))
    await waitFor(() => expect(screen.queryByText(/only what is missing is recorded/)).toBeNull())
    expect(screen.getByRole('progressbar')).toBeTruthy()
    await userEvent.click(await button('Stop recording'))
    hub.elsewhere['GET /consents/imports/i1'] = ok(stopped)
    const dialog = within(
      (await screen.findByText('Stop recording?')).closest('dialog, [role]') as HTMLElement,
    )
    await userEvent.click(dialog.getByRole('button', { name: 'Stop recording' }))
    expect(await screen.findByText('Stopped. Recorded until then: 3')).toBeTruthy()
    expect(screen.getByText(/^The other 5 rows were left out/)).toBeTruthy()
    expect(await barriers()).toEqual([])
    await userEvent.click(await button('Import the rest'))
    expect(((await screen.findByLabelText('The text they were shown')) as HTMLTextAreaElement).value).toBe(
      'Agreed.',
    )
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
