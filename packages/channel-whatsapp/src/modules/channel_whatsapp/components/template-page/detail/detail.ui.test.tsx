import { describe, expect, test } from '@jest/globals'
import { configure, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { pageServedBy, refuse, type Served } from '../testing/pageServedBy.tsx'
import { managed } from '../testing/templates.ts'

// A whole page takes its time where other tests have the processor.
configure({ asyncUtilTimeout: 5000 })

function servePage(served?: Served) {
  const { page, ...api } = pageServedBy(served)
  render(page)
  return api
}

const funnel = {
  ...{ since: '2026-10-23T00:00:00.000Z', sent: 200, delivered: 190, read: 100, answered: 20, failed: 4 },
}
const nothingSent = { ...funnel, sent: 0, delivered: 0, read: 0, answered: 0, failed: 0 }

async function open(known: ReturnType<typeof managed> = managed(), answers = {}) {
  const page = servePage({
    address: '?template=t1',
    answers: {
      'GET /templates/managed/t1': known,
      'GET /templates/managed/t1/funnel': funnel,
      ...answers,
    },
  })
  const sheet = within(await screen.findByRole('dialog'))
  await sheet.findByRole('heading', { name: 'Order shipped' })
  return { ...page, sheet }
}
const section = (name: string) => within(screen.getByRole('region', { name }))

describe('what is known of a template', () => {
  test('has no barrier that a machine can find', async () => {
    await open(managed({ quality: [{ score: 'GREEN', at: '2026-11-01T00:00:00.000Z' }] }))
    await section('What became of it').findByText('Sent')
    const off = { enabled: false }
    // Both want to draw, which this DOM cannot.
    const rules = { 'color-contrast': off, 'label-content-name-mismatch': off }
    expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([])
  })

  test.each([
    ['APPROVED', /It can be sent/, /reviews every change/],
    ['PENDING', /Meta is reviewing it/, /Nothing to do/],
    ['PAUSED', /first time for 3 hours, the second for 6/, /Send it to fewer people/],
    ['DISABLED', /switched it off for good/, /Write a new one under another name/],
    ['ARCHIVED', /It was put away/, /Take it out of the archive/],
    ['LIMIT_EXCEEDED', /as many templates as Meta allows/, /Delete templates that nobody uses/],
  ])('says what %s means and what to do', async (status, means, todo) => {
    const { sheet } = await open(managed({ template: { status } }))
    expect(sheet.getByText(means)).toBeTruthy()
    expect(sheet.getByText(todo)).toBeTruthy()
  })

  test.each([
    ['ABUSIVE_CONTENT', /threatening, insulting/, /more kindly/],
    ['INCORRECT_CATEGORY', /does not belong to the category/, /Choose marketing/],
    ['INVALID_FORMAT', /Its form is not right/, /a real example/],
    ['SCAM', /takes it for a fraud/, /Say who writes/],
    ['TAG_CONTENT_MISMATCH', /does not match what it says/, /Choose the language/],
    ['CATEGORY_NOT_AVAILABLE', /not open to the account/, /verified business/],
    ['NONE', /gave no reason/, /Read it as a customer would/],
  ])('says why it was rejected and how that is mended: %s', async (rejectedReason, why, mend) => {
    const { sheet } = await open(managed({ template: { status: 'REJECTED', rejectedReason } }))
    expect(sheet.getByText(why)).toBeTruthy()
    expect(sheet.getByText(mend)).toBeTruthy()
  })

  test('says how many edits are left, before anybody has begun one', async () => {
    const { sheet } = await open()
    expect(sheet.getByText(/Edits left in 30 days: 9 of 10\. One a day/)).toBeTruthy()
    expect(sheet.getByRole('button', { name: 'Edit' })).toBeTruthy()
  })

  test('says from when it can be edited again, and offers no edit until then', async () => {
    const nextEditAt = '2026-11-23T09:30:00.000Z'
    const edit = { ...managed().edit, canEdit: false, reason: 'daily_limit', nextEditAt }
    const { sheet } = await open(managed({ edit }))
    expect(sheet.getByText(/It can be edited again from Nov 23, 2026/)).toBeTruthy()
    expect(sheet.queryByRole('button', { name: 'Edit' })).toBeNull()
  })

  test('names what stands still where it is paused', async () => {
    await open(
      managed({
        template: { status: 'PAUSED' },
        usedBy: { queued: 3, scheduled: 1200, notifications: ['order_shipped'] },
      }),
    )
    const alert = within(section('Who uses it').getByRole('alert'))
    expect(alert.getByText(/This has stopped/)).toBeTruthy()
    expect(alert.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Messages waiting to leave: 3',
      'Messages scheduled for later: 1,200',
      'Notifications: Order shipped',
    ])
  })

  test('says what a dearer category costs, and whom it no longer reaches', async () => {
    const template = { correctCategory: 'MARKETING', categoryChangesAt: '2026-12-01T12:00:00.000Z' }
    const categoryEffect = { to: 'MARKETING', sentLast30Days: 4200, withoutMarketingConsent: 310 }
    const { sheet } = await open(managed({ template, categoryEffect }))
    const note = sheet.getByText(/Counts as Marketing from Dec 1, 2026/).parentElement as HTMLElement
    for (const words of ['price of marketing', 'last 30 days: 4,200', 'no more: 310', 'take out of the text'])
      expect(note.textContent).toContain(words)
  })

  test('tells what Meta decided, the latest first', async () => {
    const none = { reason: null, description: null, recommendation: null }
    await open(
      managed({
        history: [
          { at: '2026-11-21T10:00:00Z', kind: 'template_quality', event: 'YELLOW', ...none },
          { at: '2026-11-20T10:00:00Z', kind: 'template_status', event: 'APPROVED', ...none },
          {
            ...{ at: '2026-11-19T10:00:00Z', kind: 'template_status', event: 'REJECTED', reason: 'SCAM' },
            ...{ description: null, recommendation: 'Name your shop.' },
          },
        ],
      }),
    )
    const entries = section('Reviews and reports').getAllByRole('listitem')
    expect(entries.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Quality: Medium'),
      expect.stringContaining('Approved'),
      expect.stringMatching(/Rejected.*fraud.*Meta says: Name your shop\./),
    ])
  })

  test('says where the values of its variables come from, once that is wanted', async () => {
    const variable = {
      path: 'body.1',
      name: '1',
      kind: 'text',
      link: null,
      guess: null,
      languages: ['en_US'],
    }
    await open(managed(), { 'GET /templates/mappings': { variables: [variable], mapping: {} } })
    const panel = section('Where its values come from')
    await userEvent.click(panel.getByRole('button', { name: 'Show' }))
    expect(await panel.findByRole('combobox', { name: 'Comes from' })).toBeTruthy()
    await userEvent.click(panel.getByRole('button', { name: 'Hide' }))
    expect(panel.queryByRole('combobox')).toBeNull()
  })

  test('that is gone says so', async () => {
    servePage({ address: '?template=t9', answers: { 'GET /templates/managed/t9': refuse(404) } })
    expect(await screen.findByText('This template is gone')).toBeTruthy()
  })
})

describe('figures of a template', () => {
  test('what became of its messages is drawn and said in numbers, for the time that is chosen', async () => {
    const asked: (string | null)[] = []
    await open(managed(), {
      'GET /templates/managed/t1/funnel': ({ search }: { search: URLSearchParams }) => {
        asked.push(search.get('days'))
        return search.get('days') === '7' ? nothingSent : funnel
      },
    })
    const panel = section('What became of it')
    expect(await panel.findByText('95%', { exact: false })).toBeTruthy()
    expect(panel.getByText('200')).toBeTruthy()
    expect(panel.getByText('Failed')).toBeTruthy()
    await userEvent.click(panel.getByRole('button', { name: '7 days' }))
    expect(await panel.findByText('Nothing was sent with it in this time.')).toBeTruthy()
    expect(asked).toEqual(['30', '7'])
  })

  test('quality over time is drawn, and told as a list', async () => {
    await open(
      managed({
        quality: [
          { score: 'GREEN', at: '2026-10-01T00:00:00.000Z' },
          { score: 'RED', at: '2026-11-01T00:00:00.000Z' },
        ],
      }),
    )
    const panel = section('Quality over time')
    expect(panel.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^High since/),
      expect.stringMatching(/^Low since/),
    ])
    const steps = [...document.querySelectorAll('[data-quality]')]
    expect(steps.map((step) => step.getAttribute('data-quality'))).toEqual(['GREEN', 'RED'])
  })

  test('what two versions differ in is marked word by word', async () => {
    const version = (number: number, text: string) => ({
      ...{ number, category: 'UTILITY', parameterFormat: 'POSITIONAL' as const, source: 'synced' },
      components: [{ type: 'BODY' as const, text }],
      ...{ authorName: number === 2 ? 'Ada' : null, seenAt: `2026-11-0${number}T10:00:00.000Z` },
    })
    await open(
      managed({ versions: [version(2, 'Your order is late.'), version(1, 'Your order is on its way.')] }),
    )
    const panel = screen.getByRole('region', { name: 'Versions' })
    expect(panel.querySelector('ins')?.textContent).toContain('late')
    expect(panel.querySelector('del')?.textContent).toContain('on its way')
    expect(within(panel).getByRole('combobox', { name: 'Later version' }).textContent).toContain('Ada')
  })
})
