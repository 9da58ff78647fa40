import { beforeEach, describe, expect, test } from '@jest/globals'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { openNewTab } from '../inbox/testing/inboxServedBy.tsx'
import type { Verification } from './chain/verification.ts'
import type { ConsentItem } from './list/consentItem.ts'
import { consentsServedBy } from './testing/consentsServedBy.tsx'

const item = (change: Partial<ConsentItem> = {}): ConsentItem => ({
  contactId: 'p1',
  contact: { displayName: 'Maria Nowak', phone: '+48601234567', username: null },
  purpose: 'marketing',
  state: 'opted_in',
  since: '2026-05-03T10:00:00.000Z',
  source: 'import',
  confirmedAt: null,
  asked: null,
  needsConfirmation: false,
  isBlocked: false,
  updatedAt: '2026-11-22T08:00:00.000Z',
  ...change,
})
const listed = (...items: ConsentItem[]) => ({ 'GET /consents': { items, nextCursor: null } })
const verification: Verification = {
  ...{ holds: true, checked: 12, findings: [], erasedWords: 1 },
  head: { seq: 12, hash: 'ab'.repeat(32), updatedAt: '2026-11-22T08:00:00.000Z' },
}
const WITHOUT_COLOURS = { rules: { 'color-contrast': { enabled: false } } }
const barriers = async () => (await axe.run(document.body, WITHOUT_COLOURS)).violations.map(({ id }) => id)

beforeEach(openNewTab)

function shown(served?: Parameters<typeof consentsServedBy>[0]) {
  const { page, ...hub } = consentsServedBy(served)
  render(page)
  return hub
}

describe('the list of consents', () => {
  test('says of each person and purpose how they stand, since when and how it is known', async () => {
    const asked = { at: '2026-11-20T00:00:00.000Z', expiresAt: '2999-01-01T00:00:00.000Z' }
    shown({
      answers: listed(
        item(),
        item({ contactId: 'p2', contact: { displayName: null, phone: null, username: 'sam' }, asked }),
        item({ contactId: 'p3', state: 'opted_out', source: 'message', purpose: 'utility' }),
      ),
    })
    await screen.findAllByText('Maria Nowak')
    const rows = screen.getAllByRole('row').slice(1)
    const cells = rows.map((row) =>
      within(row)
        .getAllByRole('cell')
        // On a phone each begins with what the column's head says.
        .map(({ textContent }) => textContent?.replace(/^(Person|Purpose|State|Since|How it is known)/, '')),
    )
    expect(cells).toEqual([
      [
        'Maria Nowak+48601234567',
        'Marketing',
        'Agreed',
        expect.stringContaining('May 3, 2026'),
        'From a list',
      ],
      ['@sam', 'Marketing', 'Asked to confirm', expect.anything(), 'From a list'],
      ['Maria Nowak+48601234567', 'Orders and appointments', 'Opted out', expect.anything(), 'By message'],
    ])
    expect(await barriers()).toEqual([])
  })

  test('calls nobody ready to be written to who has not confirmed, or is blocked', async () => {
    shown({ answers: listed(item({ needsConfirmation: true, isBlocked: true })) })
    await screen.findAllByText('Maria Nowak')
    const [, row] = screen.getAllByRole('row')
    expect(within(row!).getByText('Not confirmed')).toBeTruthy()
    expect(within(row!).getByText('Blocked')).toBeTruthy()
    expect(within(row!).queryByText('Agreed')).toBeNull()
  })

  test('shows the day alone where the list gave no hour, and no other day', async () => {
    shown({ answers: listed(item({ since: '2026-03-06T00:00:00.000Z' })) })
    await screen.findAllByText('Maria Nowak')
    expect(screen.getByText('Mar 6, 2026')).toBeTruthy()
  })

  test('is narrowed down by what stands in the address, and so is its file', async () => {
    const { searches } = shown({
      address: '?purpose=marketing&state=unconfirmed&source=nonsense',
      answers: listed(item()),
    })
    const download = await screen.findByRole('link', { name: 'Download what is shown as CSV' })
    expect(download.getAttribute('href')).toBe(
      '/api/communication_channels/consents/export?purpose=marketing&state=unconfirmed',
    )
    expect(searches[0]).toBe('purpose=marketing&state=unconfirmed')
    await userEvent.type(screen.getByLabelText('Phone number'), '+48 601')
    await waitFor(() => expect(window.location.search).toContain('phone=%2B48+601'))
    expect(searches.at(-1)).toContain('phone=%2B48+601')
  })

  test('says that nobody is found, and where consents come from when there are none at all', async () => {
    shown({ address: '?phone=12' })
    expect(await screen.findByText('Nobody is found')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /clear/i }))
    expect(await screen.findByText('Nothing is recorded yet')).toBeTruthy()
  })

  test('can be read again where it could not be loaded', async () => {
    const hub = shown()
    hub.elsewhere['GET /consents'] = { status: 403, body: { error: 'No.', code: 'forbidden' } }
    await userEvent.type(await screen.findByLabelText('Phone number'), '1')
    expect(await screen.findByText('The consents could not be loaded')).toBeTruthy()
    hub.elsewhere['GET /consents'] = { status: 200, body: listed(item())['GET /consents'] }
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Maria Nowak')).toBeTruthy()
  })

  test('opens a person without leaving the page', async () => {
    shown({ answers: listed(item()) })
    await userEvent.click(await screen.findByRole('link', { name: 'Maria Nowak' }))
    expect(window.location.search).toBe('?contact=p1')
    expect(await screen.findByRole('dialog')).toBeTruthy()
  })

  test('offers nothing that changes or leaves to who may only look', async () => {
    shown({
      address: '?view=record',
      features: ['communication_channels.consents.view'],
      answers: listed(item()),
    })
    expect(await screen.findByText('Maria Nowak')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Import a list' })).toBeNull()
    expect(screen.queryByRole('link', { name: /Download/ })).toBeNull()
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent)).toEqual(['People', 'Imports'])
  })
})

describe('the record', () => {
  test('holds: says so, how much was checked, and what was erased on request', async () => {
    shown({ address: '?view=record', answers: { 'GET /consents/verify': verification } })
    expect(await screen.findByRole('heading', { name: 'The record holds' })).toBeTruthy()
    expect(screen.getByText(/Entries checked: 12\..*Erased on request.*: 1\./)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'For an authority (CSV)' }).getAttribute('href')).toBe(
      '/api/communication_channels/consents/ledger?format=csv',
    )
    expect(await barriers()).toEqual([])
  })

  test('does not hold: names each place, and leads to the person', async () => {
    const at = { eventId: 'e7', occurredAt: '2026-05-03T10:00:00.000Z', contactId: 'p1' }
    const findings = [
      { kind: 'changed', seq: 7, ...at, sentence: 'Entry 7 was changed.' },
      { kind: 'of tomorrow', seq: null, eventId: null, occurredAt: null, contactId: null, sentence: 'Odd.' },
    ]
    shown({
      address: '?view=record',
      answers: { 'GET /consents/verify': { ...verification, holds: false, findings } },
    })
    expect(await screen.findByRole('heading', { name: 'The record was tampered with' })).toBeTruthy()
    expect(screen.getByText('Entry 7')).toBeTruthy()
    expect(screen.getByText('Odd.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open the person' }).getAttribute('href')).toContain('contact=p1')
    expect(await barriers()).toEqual([])
  })

  test('says that it could not be checked rather than anything of it', async () => {
    const hub = shown({ address: '?view=record' })
    hub.elsewhere['GET /consents/verify'] = { status: 403, body: { error: 'No.', code: 'forbidden' } }
    expect(await screen.findByText('The record could not be checked')).toBeTruthy()
    expect(screen.queryByRole('heading', { name: /record (holds|was)/ })).toBeNull()
  })
})
