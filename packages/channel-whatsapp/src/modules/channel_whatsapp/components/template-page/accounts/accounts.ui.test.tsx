import { describe, expect, test } from '@jest/globals'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageServedBy, refuse, type Served, tellChanged } from '../testing/pageServedBy.tsx'
import { account, syncRun } from '../testing/templates.ts'

// A whole page takes its time where other tests have the processor.
configure({ asyncUtilTimeout: 5000 })

function servePage(served?: Served) {
  const { page, ...api } = pageServedBy(served)
  render(page)
  return api
}

const accounts = (...items: ReturnType<typeof account>[]) => ({ 'GET /templates/accounts': { items } })
const cardOf = async (name: string) =>
  within((await screen.findByRole('heading', { name })).closest('li') as HTMLElement)

describe('an account', () => {
  test('says how many templates it has of those it may have, by status, and from which numbers they go', async () => {
    servePage()
    const card = await cardOf('Acme Outdoor')
    expect(card.getByText('Templates: 12 of 250')).toBeTruthy()
    expect(card.getByText('+48 22 123 45 01')).toBeTruthy()
    expect(card.getByRole('link', { name: 'Rejected 2' }).getAttribute('href')).toContain(
      'status=REJECTED&account=k1',
    )
  })

  test.each([
    [{ count: 5, limit: null }, /has not said how many/],
    [{ count: 240, limit: 250 }, /Soon there is no room/],
    [{ count: 250, limit: 250 }, /There is no room for another/],
  ])('says what the limit means where it is near or not known: %j', async (usage, sentence) => {
    servePage({ answers: accounts(account({ usage })) })
    expect((await cardOf('Acme Outdoor')).getByText(sentence)).toBeTruthy()
  })

  test('warns of templates that Meta will count or counts as dearer, and leads to the first', async () => {
    servePage({ answers: accounts(account({ categoryWarnings: 3, firstCategoryWarning: 't9' })) })
    const card = await cardOf('Acme Outdoor')
    expect(card.getByText(/another category.*: 3/)).toBeTruthy()
    const link = card.getByRole('link', { name: 'Look at the first' })
    expect(link.getAttribute('href')).toContain('template=t9')
  })

  test('says when it was read last, and what that changed', async () => {
    const endedAt = new Date(Date.now() - 2 * 3_600_000).toISOString()
    servePage({ answers: accounts(account({ sync: syncRun({ endedAt, added: 3, removed: 1 }) })) })
    const card = await cardOf('Acme Outdoor')
    expect(card.getByText('In step with Meta, 2 hours ago')).toBeTruthy()
    expect(card.getByText(/new: 3/)).toBeTruthy()
    expect(card.getByText(/gone: 1/)).toBeTruthy()
  })

  test('says why it could not be read, what to do, and that nothing here changed by it', async () => {
    const sync = syncRun({ status: 'failed', error: 'Meta could not be reached.' })
    servePage({ answers: accounts(account({ sync })) })
    const alert = await screen.findByRole('alert')
    for (const words of [
      /The sync of .* failed/,
      /could not be reached/,
      /Try again/,
      /Nothing that you see/,
    ])
      expect(within(alert).getByText(words)).toBeTruthy()
  })

  test('is synced when asked to, and shows how far that is until it ends', async () => {
    let sync: ReturnType<typeof syncRun> | null = null
    const waiting = syncRun({ status: 'waiting', endedAt: null, readCount: 0, expectedCount: null })
    const { calls, searches } = servePage({
      answers: {
        'GET /templates/accounts': () => ({ items: [account({ sync })] }),
        'POST /templates/sync': () => {
          sync = waiting
          return { sync }
        },
      },
    })
    const card = await cardOf('Acme Outdoor')
    expect(card.getByText('Not read from Meta yet.')).toBeTruthy()
    await userEvent.click(card.getByRole('button', { name: 'Sync now' }))
    expect(calls).toEqual([{ what: 'POST /templates/sync', body: { connectionId: 'k1' } }])
    expect(await card.findByText('About to be read from Meta…')).toBeTruthy()
    const told = card.getByRole('status').textContent
    expect(told).toBe('The templates are being read from Meta.')
    sync = { ...waiting, status: 'running', readCount: 250, expectedCount: 6000 }
    expect(await card.findByText('Reading from Meta: 250 of 6,000')).toBeTruthy()
    expect(card.getByRole('status').textContent).toBe(told)
    expect(card.getByRole('button', { name: 'Sync now' })).toHaveProperty('disabled', true)
    const before = searches.length
    sync = syncRun({ added: 2, endedAt: new Date().toISOString() })
    tellChanged()
    expect(await card.findByText(/In step with Meta/)).toBeTruthy()
    expect(card.getByRole('status').textContent).toBe('The templates have been read from Meta.')
    await waitFor(() => expect(searches.length).toBeGreaterThan(before))
  })

  test('says that a sync could not be asked for', async () => {
    servePage({ answers: { 'POST /templates/sync': refuse(503, { error: 'The queue is gone.' }) } })
    await userEvent.click(await screen.findByRole('button', { name: 'Sync now' }))
    expect(await screen.findByText('The queue is gone.')).toBeTruthy()
  })
})

test('several accounts stand side by side, and a new template is asked for which', async () => {
  const others = account({ connectionId: 'k2', name: 'Birch Books' })
  servePage({ answers: accounts(account(), others) })
  await cardOf('Birch Books')
  await userEvent.click(screen.getByRole('button', { name: 'New template' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Birch Books' }))
  expect(window.location.search).toBe('?compose=k2')
  expect(await screen.findByRole('dialog', { name: 'New template' })).toBeTruthy()
  // Left, it is no step to go back to.
  const steps = window.history.length
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(window.location.search).toBe(''))
  expect(window.history.length).toBe(steps)
})

test('without an account the page leads to where one is connected', async () => {
  servePage({ answers: accounts() })
  const link = await screen.findByRole('link', { name: 'Connect an account' })
  expect(link.getAttribute('href')).toBe('/backend/integrations/channel_whatsapp?tab=connections')
  expect(screen.queryByRole('button', { name: 'New template' })).toBeNull()
})

test('who may not see templates is told so', async () => {
  servePage({ answers: { 'GET /templates/accounts': refuse(403) } })
  expect(await screen.findByText('You may not see the templates of this shop.')).toBeTruthy()
})
