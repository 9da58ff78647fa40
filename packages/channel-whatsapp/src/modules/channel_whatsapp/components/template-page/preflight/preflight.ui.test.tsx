import { describe, expect, test } from '@jest/globals'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { pageServedBy, refuse, type Served, tellChanged } from '../testing/pageServedBy.tsx'
import { managed, syncRun } from '../testing/templates.ts'
import type { CellState, Preflight, PreflightCell } from './preflight.ts'

// A whole page takes its time where other tests have the processor.
configure({ asyncUtilTimeout: 5000 })

function servePage(served?: Served) {
  const { page, ...api } = pageServedBy(served)
  render(page)
  return api
}

const cell = (state: CellState, change: Partial<PreflightCell> = {}): PreflightCell => ({
  ...{ notification: 'order_shipped', language: 'en', channelId: 'ch1', state },
  ...{ fallbackLanguage: null, templateId: null, missing: [] },
  ...change,
})
const answer = (...cells: PreflightCell[]): Preflight => ({
  notifications: [
    { name: 'order_shipped', purpose: 'utility', isInUse: true, keys: ['order_number'] },
    { name: 'welcome', purpose: 'marketing', isInUse: false, keys: [] },
  ],
  languages: ['en', 'pl'],
  numbers: [{ channelId: 'ch1', phone: '+48 22 123 45 01', accountName: 'Acme Outdoor', connectionId: 'k1' }],
  cells,
})
const show = (preflight: Preflight, answers = {}) =>
  servePage({
    address: '?view=preflight',
    answers: { 'GET /templates/preflight': { ...preflight }, ...answers },
  })
const open = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

describe('the preflight matrix', () => {
  test('says of each notification and language how it stands, in words and with sums', async () => {
    show(answer(cell('usable'), cell('missing', { language: 'pl' })))
    expect(await screen.findByRole('button', { name: 'Order shipped, English: Ready' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Order shipped, Polish: Missing' })).toBeTruthy()
    expect(screen.getByRole('heading', { name: /Acme Outdoor.*\+48 22 123 45 01/ })).toBeTruthy()
    const sums = screen.getByText('Would fail').closest('ul') as HTMLElement
    expect(
      within(sums)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Would fail1', 'In review0', 'In another language0', 'Ready1'])
    const off = { enabled: false }
    // Both want to draw, which this DOM cannot.
    const rules = { 'color-contrast': off, 'label-content-name-mismatch': off }
    expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([])
  })

  test.each([
    ['rejected', /Meta rejected the template/],
    ['paused', /stopped the template for a while/],
    ['disabled', /switched the template off for good/],
    ['unsupported', /more than a notification brings along/],
    ['in_review', /still reviewing/],
  ] as const)('explains a cell that is %s, and leads to its template', async (state, why) => {
    show(answer(cell(state, { templateId: 't1' })), { 'GET /templates/managed/t1': managed() })
    await open(/^Order shipped, English/)
    expect(await screen.findByText(why)).toBeTruthy()
    await open('Open the template')
    expect(window.location.search).toContain('template=t1')
    expect(await screen.findByRole('heading', { name: 'Order shipped' })).toBeTruthy()
  })

  test('names the data that a template asks for and the notification has not', async () => {
    show(answer(cell('data_missing', { templateId: 't1', missing: ['due_date', 'amount'] })))
    await open(/^Order shipped, English/)
    expect(await screen.findByText(/does not have: Due date and Amount/)).toBeTruthy()
  })

  test('names the language that customers get instead', async () => {
    show(answer(cell('usable'), cell('fallback', { language: 'pl', fallbackLanguage: 'en' })))
    await open(/^Order shipped, Polish/)
    expect(await screen.findByText(/customers get it in: English/)).toBeTruthy()
  })

  test('hands in the ready-made one for exactly what is missing', async () => {
    const items = ['en_US', 'pl'].map((language) => ({
      ...{ name: 'order_shipped', language, category: 'UTILITY', purpose: 'utility', state: 'available' },
      definition: { components: [] },
    }))
    const { calls } = show(answer(cell('missing', { language: 'pl' })), {
      'GET /templates/defaults': { items },
      'POST /templates/defaults': {
        submitted: [{ name: 'order_shipped', language: 'pl', id: 't3' }],
        refused: [],
      },
    })
    await open(/^Order shipped, Polish/)
    await open('Submit the ready-made one')
    expect(await screen.findByText(/To be submitted: 1\./)).toBeTruthy()
    await open('Submit to Meta')
    expect(await screen.findByText('All submitted: 1. Meta reviews them now.')).toBeTruthy()
    expect(calls[0]?.body).toEqual({ connectionId: 'k1', names: ['order_shipped'], languages: ['pl'] })
  })

  test('begins a template for what only this shop sends', async () => {
    const own = cell('missing', { notification: 'loyalty_points', language: 'pl' })
    const known = answer(own)
    known.notifications.push({ name: 'loyalty_points', purpose: 'utility', isInUse: true, keys: [] })
    show(known)
    await open(/^Loyalty points, Polish/)
    await open('Write a template')
    expect(window.location.search).toContain('compose=k1')
    expect(await screen.findByDisplayValue('loyalty_points')).toBeTruthy()
  })

  test('reads Meta anew where a template may be there already', async () => {
    const { calls } = show(answer(cell('missing')), {
      'POST /templates/sync': { sync: syncRun({ status: 'waiting' }) },
    })
    await open(/^Order shipped, English/)
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Sync now' }))
    await waitFor(() => expect(calls.map(({ what }) => what)).toEqual(['POST /templates/sync']))
  })

  test('is counted at its tab: what is in use and would fail, and nothing where that cannot be read', async () => {
    const cells = [cell('missing'), cell('rejected', { language: 'pl' }), cell('in_review')]
    const unused = cell('missing', { notification: 'welcome' })
    const preflight = { ...answer(...cells, unused) }
    const { answers } = servePage({ answers: { 'GET /templates/preflight': preflight } })
    expect(await screen.findByRole('tab', { name: 'Preflight check would fail: 2' })).toBeTruthy()
    answers['GET /templates/preflight'] = answer(cell('usable'))
    tellChanged()
    expect(await screen.findByRole('tab', { name: 'Preflight check' })).toBeTruthy()
    let refusals = 0
    answers['GET /templates/preflight'] = () => {
      refusals += 1
      return refuse(403)
    }
    tellChanged()
    await waitFor(() => expect(refusals).toBe(1))
    expect(screen.getByRole('tab', { name: 'Preflight check' })).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('leaves out what is not in use until it is wanted', async () => {
    show(answer(cell('usable'), cell('missing', { notification: 'welcome' })))
    await screen.findByRole('button', { name: 'Order shipped, English: Ready' })
    expect(screen.queryByText('Welcome')).toBeNull()
    await userEvent.click(screen.getByRole('switch', { name: 'Show those not in use too' }))
    expect(await screen.findByRole('button', { name: 'Welcome, English: Missing' })).toBeTruthy()
    expect(window.location.search).toContain('unused=1')
  })

  test('offers who may only look no way to change anything', async () => {
    const granted = { features: ['channel_whatsapp.view'] }
    servePage({
      address: '?view=preflight',
      answers: { 'GET /templates/preflight': { ...answer(cell('missing')) } },
      ...granted,
    })
    await open(/^Order shipped, English/)
    expect(await screen.findByText(/There is no template for it/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Submit the ready-made one' })).toBeNull()
  })

  test('says where there is nothing to check, and that it could not be read', async () => {
    const { answers } = show(answer(), { 'GET /templates/preflight': refuse(400) })
    expect(await screen.findByText('The check could not be loaded')).toBeTruthy()
    answers['GET /templates/preflight'] = { notifications: [], languages: [], numbers: [], cells: [] }
    await open('Try again')
    expect(await screen.findByText('Nothing to check yet')).toBeTruthy()
  })
})
