import { describe, expect, test } from '@jest/globals'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import type { PersonConsents, PurposeConsent, Undone } from './consent.ts'
import { consentTo, entry, optedIn, personWith, undone } from './testing/personConsents.ts'
import { hubWith, sheetServedBy } from './testing/sheetServedBy.tsx'

const may = '2026-05-03T12:00:00.000Z'

async function open(person: PersonConsents) {
  const hub = hubWith(person)
  render(sheetServedBy(hub))
  await screen.findByRole('heading', { name: 'Marketing' })
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
  const answer = (what: string, body: object, after: PersonConsents, status = 200) => {
    hub.elsewhere[what] = { status, body }
    hub.elsewhere['GET /contacts/p1/consents'] = { status: 200, body: after }
  }
  const asked = (what: string) => hub.asked.filter((one) => one.what === what).map(({ body }) => body)
  return { hub, press, answer, asked }
}

describe('a block', () => {
  const block = { at: may, by: { userId: 'u1', name: 'Ada' }, reason: 'Threats' }

  test('says first what it does, takes a reason, and tells what the provider would not do', async () => {
    const { press, answer, asked } = await open(optedIn())
    const refused = { channelName: 'Shop', code: 'other_x', error: 'Not within 24 hours.', action: 'Later.' }
    answer('POST /contacts/p1/block', { block, providerProblems: [refused] }, optedIn({ block }))
    await press('Block')
    const question = within(await screen.findByRole('dialog', { name: 'Block this person?' }))
    expect(question.getByText(/^Nothing more is sent to them from any of your numbers/)).toBeTruthy()
    await userEvent.type(question.getByRole('textbox', { name: 'Reason (optional)' }), ' Threats {Enter}')
    expect(await screen.findByText('Blocked: nothing is sent to this person')).toBeTruthy()
    expect(asked('POST /contacts/p1/block')).toEqual([{ reason: 'Threats' }])
    expect(screen.getByText('Reason: Threats')).toBeTruthy()
    expect(screen.getByText(/: Not within 24 hours\. Later\.$/).textContent).toContain('Shop')
    expect(screen.getAllByText('Blocked')).toHaveLength(3)
    expect(screen.getAllByText('As long as the block stands, nothing of this is sent.')).toHaveLength(3)
  })

  test('is lifted after a question', async () => {
    const { press, answer } = await open(optedIn({ block }))
    answer('DELETE /contacts/p1/block', { block: null, providerProblems: [] }, optedIn())
    await press('Unblock')
    const question = within(await screen.findByRole('alertdialog', { name: 'Unblock this person?' }))
    await userEvent.click(question.getByRole('button', { name: 'Unblock' }))
    expect(await screen.findByRole('button', { name: 'Block' })).toBeTruthy()
    expect(screen.queryByText('Blocked')).toBeNull()
  })

  test('that cannot be says why, and gives the focus back', async () => {
    const { press, answer } = await open(optedIn())
    const refusal = { error: 'No.', code: 'contact_unknown', action: 'Wait.' }
    answer('POST /contacts/p1/block', refusal, optedIn(), 422)
    await press('Block')
    const question = within(await screen.findByRole('dialog', { name: 'Block this person?' }))
    await userEvent.click(question.getByRole('button', { name: 'Block' }))
    expect((await question.findByRole('alert')).textContent).toMatch(/Nothing is known by which/)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Block' })))
    await press('Block')
    expect(screen.queryByText(/Nothing is known by which/)).toBeNull()
  })
})

const problem = (code: string): Partial<Undone> => ({
  problem: { code, message: 'Not within 24 hours.', action: 'Later.' },
})

describe('a second yes', () => {
  const doubleOptIn = { ...optedIn().rules, doubleOptIn: true }
  const waiting = (change: Partial<PurposeConsent> = {}) =>
    optedIn({
      rules: doubleOptIn,
      consents: [consentTo('marketing', { state: 'opted_in', since: may, source: 'form', ...change })],
    })
  const soon = new Date(Date.now() + 86_400_000).toISOString()

  test('is asked for, and then waited for', async () => {
    const { press, answer, asked } = await open(waiting())
    expect(screen.getByText(/^Your settings ask for a second yes/)).toBeTruthy()
    const after = waiting({ asked: { at: may, expiresAt: soon } })
    answer('POST /contacts/p1/consents/ask', after, after)
    await press('Ask to confirm')
    expect(await screen.findByText(/^Asked on May 3, 2026 at .* Their answer counts until /)).toBeTruthy()
    expect(asked('POST /contacts/p1/consents/ask')).toHaveLength(1)
    expect(screen.queryByRole('button', { name: 'Ask to confirm' })).toBeNull()
  })

  test('that never came is told, and can be asked for again', async () => {
    await open(waiting({ asked: { at: may, expiresAt: '2026-05-10T12:00:00.000Z' } }))
    expect(screen.getByText(/no answer came by May 10, 2026/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Ask to confirm' })).toBeTruthy()
  })

  test.each<[string, Partial<Undone>, RegExp]>([
    [
      'where no number is the default',
      {},
      /several numbers.*Choose a default number.*then ask them again\.$/,
    ],
    [
      'for want of a template',
      problem('no_template_for_notification'),
      /There is no template.*double_opt_in/,
    ],
    ['as the provider says', problem('other_x'), /^They could not be asked.* Not within 24 hours\. Later\.$/],
  ])('that could not be asked for says why, and can be asked for again: %s', async (_, change, why) => {
    const asked = { at: may, expiresAt: soon }
    await open({ ...waiting({ asked }), undone: [undone(change)] })
    const line = within(screen.getByRole('heading', { name: 'Marketing' }).closest('li')!)
    const told = line.getByText(/^They could not be asked to confirm on May 5, 2026/)
    expect(told.textContent).toMatch(why)
    expect(line.queryByText(/Their answer counts until/)).toBeNull()
    expect(line.getByRole('button', { name: 'Ask to confirm' })).toBeTruthy()
  })

  test('that was asked for since says no more that it could not be', async () => {
    const since = { at: '2026-05-06T12:00:00.000Z', expiresAt: soon }
    await open({ ...waiting({ asked: since }), undone: [undone()] })
    const line = within(screen.getByRole('heading', { name: 'Marketing' }).closest('li')!)
    expect(line.getByText(/^Asked on May 6, 2026/)).toBeTruthy()
    expect(line.queryByText(/could not be asked/)).toBeNull()
  })

  test('that was given meanwhile is not asked for', async () => {
    const { press, answer } = await open(waiting())
    answer('POST /contacts/p1/consents/ask', { error: '', code: 'nothing_to_confirm' }, waiting(), 409)
    await press('Ask to confirm')
    expect((await screen.findByRole('alert')).textContent).toMatch(/^There is nothing to confirm\./)
  })
})

describe('words', () => {
  test('go for good once somebody says why', async () => {
    const { press, answer, asked } = await open(optedIn())
    const after = optedIn({ events: [entry({ isErased: true, text: null, evidence: {} })] })
    answer('POST /contacts/p1/consents/erase', after, after)
    await press('Erase the words …')
    await press('Erase for good')
    const reason = screen.getByRole('textbox', { name: 'Reason' })
    expect(reason.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(reason)
    await userEvent.type(reason, 'Asked by letter{Enter}')
    expect(await screen.findByText(/^The words and the evidence were erased on request/)).toBeTruthy()
    expect(asked('POST /contacts/p1/consents/erase')).toEqual([{ reason: 'Asked by letter' }])
    expect(screen.queryByRole('button', { name: 'Erase the words …' })).toBeNull()
  })
})

describe('an opt-in', () => {
  const dialog = () => within(screen.getByRole('dialog', { name: 'Record an opt-in' }))
  const record = () => userEvent.click(dialog().getByRole('button', { name: 'Record the opt-in' }))

  test('without text or evidence is not recorded, and each is told at its field', async () => {
    const { press, asked } = await open(personWith())
    await press('Record an opt-in')
    await record()
    const text = dialog().getByRole('textbox', { name: /^The text they were shown/ })
    expect(document.activeElement).toBe(text)
    await userEvent.type(text, 'Yes, offers please')
    await record()
    const page = dialog().getByRole('textbox', { name: 'Page' })
    expect(document.activeElement).toBe(page)
    expect(dialog().getByText(/^Give at least one of these/)).toBeTruthy()
    expect(asked('POST /consents')).toEqual([])
  })

  test('is recorded once with all that shows it, though the first answer was lost', async () => {
    const { hub, press, answer, asked } = await open(personWith())
    await press('Record an opt-in')
    await userEvent.click(dialog().getByRole('checkbox', { name: /^Orders and appointments/ }))
    await userEvent.click(dialog().getByRole('radio', { name: /^At checkout/ }))
    await userEvent.type(dialog().getByRole('textbox', { name: /^The text/ }), 'Yes, please')
    await userEvent.type(dialog().getByRole('textbox', { name: /^Version/ }), '2')
    await userEvent.type(dialog().getByRole('textbox', { name: /^Order/ }), 'A-17')
    const keys: (string | null)[] = []
    const { fetch } = hub
    globalThis.fetch = async (input, init) => {
      if (init?.method !== 'POST') return fetch(input, init)
      keys.push(new Headers(init.headers).get('Idempotency-Key'))
      if (keys.length === 1) throw new TypeError('Failed to fetch')
      return fetch(input, init)
    }
    await record()
    await dialog().findByRole('alert')
    answer('POST /consents', optedIn(), optedIn(), 201)
    await record()
    expect(await screen.findByText('The opt-in is on record.')).toBeTruthy()
    expect(keys[0]).toBe(keys[1])
    expect(asked('POST /consents')).toEqual([
      {
        ...{ contactId: 'p1', purposes: ['marketing', 'utility'], change: 'opt_in', source: 'checkout' },
        ...{ text: 'Yes, please', textVersion: '2', evidence: { reference: 'A-17' } },
      },
    ])
    expect(screen.getByText('Offers and news may be sent.')).toBeTruthy()
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Record an opt-in' })),
    )
  })

  test('that the server finds without evidence is told at the field too', async () => {
    const { press, answer } = await open(personWith())
    await press('Record an opt-in')
    await userEvent.type(dialog().getByRole('textbox', { name: /^The text/ }), 'Yes')
    await userEvent.type(dialog().getByRole('textbox', { name: 'IP address' }), '10.1.2.3')
    answer('POST /consents', { error: 'No.', code: 'evidence_missing' }, personWith(), 422)
    await record()
    await waitFor(() => expect(document.activeElement).toBe(dialog().getByRole('textbox', { name: 'Page' })))
    expect(dialog().getByText('An opt-in needs evidence.')).toBeTruthy()
  })

  test.each([true, false])(
    'is asked for a confirmation elsewhere where one is wanted: %s',
    async (doubleOptIn) => {
      const { press } = await open(personWith({ rules: { ...personWith().rules, doubleOptIn } }))
      await press('Record an opt-in')
      expect(dialog().queryAllByLabelText(/^Confirmed there/)).toHaveLength(doubleOptIn ? 1 : 0)
    },
  )

  test('is typed into fields that a machine finds accessible', async () => {
    const { press } = await open(personWith())
    await press('Record an opt-in')
    await record()
    const { violations } = await axe.run(screen.getByRole('dialog', { name: 'Record an opt-in' }), {
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
})

test('an opt-out needs neither text nor evidence', async () => {
  const { press, answer, asked } = await open(optedIn())
  const after = optedIn({
    consents: [consentTo('marketing', { state: 'opted_out', since: may, source: 'staff' })],
  })
  answer('POST /consents', after, after, 201)
  await press('Record an opt-out')
  await press('Record the opt-out')
  expect(await screen.findByText('The opt-out is on record.')).toBeTruthy()
  expect(asked('POST /consents')).toEqual([
    { contactId: 'p1', purposes: ['marketing'], change: 'opt_out', source: 'staff', evidence: {} },
  ])
})
