import { describe, expect, test } from '@jest/globals'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { emptyPage, pageServedBy, refuse, type Served, tellChanged } from '../testing/pageServedBy.tsx'
import { account, managed, row } from '../testing/templates.ts'

// A whole page takes its time where other tests have the processor.
configure({ asyncUtilTimeout: 5000 })

function servePage(served?: Served) {
  const { page, ...api } = pageServedBy(served)
  render(page)
  return api
}

const listed = (...items: ReturnType<typeof row>[]) => ({
  'GET /templates/managed': ({ search }: { search: URLSearchParams }) =>
    search.get('status') === 'PENDING' ? emptyPage : { items, nextCursor: null, total: items.length },
})
const firstRow = async (name: string) =>
  (await screen.findByRole('link', { name })).closest('tr') as HTMLElement

describe('the list of templates', () => {
  test('names each as people do, with how it begins, its language, category, status and quality', async () => {
    servePage()
    const line = within(await firstRow('Order shipped'))
    for (const words of ['Hi {{1}},', 'American English', 'Orders and appointments', 'Approved', 'High'])
      expect(line.getByText(words)).toBeTruthy()
    const off = { enabled: false }
    // Both want to draw, which this DOM cannot.
    const rules = { 'color-contrast': off, 'label-content-name-mismatch': off }
    expect((await axe.run(document.body, { rules })).violations.map(({ id }) => id)).toEqual([])
  })

  test('says in plain words why one was rejected', async () => {
    servePage({ answers: listed(row({ status: 'REJECTED', rejectedReason: 'PROMOTIONAL' })) })
    const line = within(await firstRow('Order shipped'))
    expect(line.getByText('It advertises, which its category does not allow.')).toBeTruthy()
  })

  test('shows a reason of Meta’s that nobody knows as it came', async () => {
    servePage({ answers: listed(row({ status: 'REJECTED', rejectedReason: 'MOON_PHASE' })) })
    expect(await screen.findByText('Meta’s reason: MOON_PHASE')).toBeTruthy()
  })

  test('warns where Meta is about to count one as something dearer', async () => {
    const changes = { correctCategory: 'MARKETING', categoryChangesAt: '2026-12-01T12:00:00.000Z' }
    servePage({ answers: listed(row(changes)) })
    expect(await screen.findByText('Counts as Marketing from Dec 1, 2026')).toBeTruthy()
  })

  test('is narrowed down by what stands in the address', async () => {
    const { searches } = servePage({
      address: '?status=REJECTED&category=MARKETING&language=pl&quality=RED&account=k1&search=sale',
    })
    await screen.findByRole('link', { name: 'Order shipped' })
    expect(Object.fromEntries(new URLSearchParams(searches.find((one) => one.includes('REJECTED'))))).toEqual(
      {
        connectionId: 'k1',
        status: 'REJECTED',
        category: 'MARKETING',
        language: 'pl',
        quality: 'RED',
        search: 'sale',
      },
    )
  })

  test('asks for what is typed, and keeps it in the address', async () => {
    const { searches } = servePage()
    await screen.findByRole('link', { name: 'Order shipped' })
    await userEvent.type(screen.getByLabelText('Search'), 'sale')
    await waitFor(() => expect(window.location.search).toBe('?search=sale'))
    expect(searches.at(-1)).toBe('search=sale')
  })

  test('offers the ready-made ones where there are none', async () => {
    servePage({ answers: { ...listed(), 'GET /templates/defaults': { items: [] } } })
    await userEvent.click(await screen.findByRole('button', { name: 'Start with the ready-made ones' }))
    expect(await screen.findByRole('dialog', { name: 'Ready-made templates' })).toBeTruthy()
  })

  test('says that nothing fits what was chosen, and shows all again', async () => {
    servePage({ address: '?search=moon', answers: listed() })
    await userEvent.click(await screen.findByRole('button', { name: 'Show all templates' }))
    expect(window.location.search).toBe('')
  })

  test('can be read again where it could not be loaded', async () => {
    const { answers } = servePage({
      answers: { 'GET /templates/managed': refuse(400, { error: 'Broken.' }) },
    })
    expect(await screen.findByText('The templates could not be loaded')).toBeTruthy()
    expect(screen.getByText('Broken.')).toBeTruthy()
    answers['GET /templates/managed'] = { items: [row()], nextCursor: null, total: 1 }
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('link', { name: 'Order shipped' })).toBeTruthy()
  })

  test('goes on to the next page', async () => {
    const { searches } = servePage({
      answers: {
        'GET /templates/managed': ({ search }) => {
          if (search.get('status') === 'PENDING') return emptyPage
          return search.get('cursor')
            ? { items: [row({ id: 't2', name: 'welcome' })], nextCursor: null, total: 2 }
            : { items: [row()], nextCursor: 'next', total: 2 }
        },
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Show more' }))
    expect(await screen.findByRole('link', { name: 'Welcome' })).toBeTruthy()
    expect(searches.at(-1)).toBe('cursor=next')
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
  })

  test('names the account where there are several, and can be narrowed down to one', async () => {
    const items = [account(), account({ connectionId: 'k2', name: 'Birch Books' })]
    servePage({ answers: { 'GET /templates/accounts': { items } } })
    expect(within(await firstRow('Order shipped')).getByText('Acme Outdoor')).toBeTruthy()
    expect(screen.getByRole('combobox', { name: 'Account' })).toBeTruthy()
  })

  test('leads a template to what is known of it, and a draft to the editor', async () => {
    servePage({ answers: listed(row(), row({ id: 'd1', name: '', status: 'DRAFT', draftId: 'd1' })) })
    const link = await screen.findByRole('link', { name: 'Order shipped' })
    expect(link.getAttribute('href')).toContain('?template=t1')
    const draft = screen.getByRole('link', { name: 'Draft without a name' })
    expect(draft.getAttribute('href')).toContain('?compose=k1&draft=d1')
  })

  test('opens no draft to who may only look, and breaks for nobody who follows a link to one', async () => {
    servePage({
      address: '?compose=k1&draft=d1&template=t1',
      features: ['channel_whatsapp.view'],
      answers: {
        ...listed(row({ id: 'd1', name: '', status: 'DRAFT', draftId: 'd1' })),
        'GET /templates/managed/t1': managed(),
      },
    })
    expect(await screen.findByRole('dialog', { name: 'Order shipped' })).toBeTruthy()
    expect(await screen.findByText('Draft without a name')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Draft without a name', hidden: true })).toBeNull()
  })

  test('is narrowed down to a status of Meta’s that nobody knows', async () => {
    const { searches } = servePage({ address: '?status=MOON' })
    expect((await screen.findByRole('combobox', { name: 'Status' })).textContent).toBe('MOON')
    expect(searches).toContain('status=MOON')
  })

  test('is all that who may only look is offered', async () => {
    servePage({ features: ['channel_whatsapp.view'] })
    await screen.findByRole('link', { name: 'Order shipped' })
    for (const name of ['New template', 'Ready-made', 'From Meta’s library', 'Sync now'])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })
})

describe('a review that ends', () => {
  const inReview = (...items: ReturnType<typeof row>[]) => ({ items, nextCursor: null, total: items.length })

  test.each([
    ['APPROVED', 'Meta has approved “Order shipped”.'],
    ['REJECTED', 'Meta has rejected “Order shipped”. Open it to see why.'],
  ])('is told as it ends: %s', async (status, sentence) => {
    let shown = row({ status: 'PENDING' })
    servePage({
      answers: {
        'GET /templates/managed': ({ search }) =>
          search.get('status') === 'PENDING' && shown.status !== 'PENDING' ? emptyPage : inReview(shown),
        'GET /templates/managed/t1': () => managed({ template: { status } }),
      },
    })
    expect(within(await firstRow('Order shipped')).getByText('In review')).toBeTruthy()
    shown = row({ status })
    tellChanged()
    expect(await screen.findByText(sentence)).toBeTruthy()
    expect(within(await firstRow('Order shipped')).queryByText('In review')).toBeNull()
  })
})
