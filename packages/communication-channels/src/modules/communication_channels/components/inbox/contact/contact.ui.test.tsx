import { beforeEach, describe, expect, test } from '@jest/globals'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { optedIn } from '../../consents/person/testing/personConsents.ts'
import { conversation, fakeHub } from '../testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from '../testing/inboxServedBy.tsx'
import type { ContactDetail, ContactEvent } from './contact.ts'
import { hiddenSince } from './hiddenSince.ts'

beforeEach(openNewTab)

const at = '2026-11-21T09:00:00.000Z'
const later = '2026-11-21T10:30:00.000Z'
const { contact } = conversation()
const paul = { id: 'p9', displayName: 'Paul Becker', phone: '+48600000000', username: null, userId: null }
const since = (from: string, until: string | null = null) => ({
  ...{ since: from, lastSeen: until ?? from, until, heldBy: null },
  periods: [{ since: from, until }],
})
const merged: ContactEvent = {
  ...{
    id: 'e1',
    kind: 'merged',
    reason: 'same_phone',
    note: null,
    at,
    other: paul,
    self: null,
    from: null,
    to: null,
  },
  ...{ decisionId: null, actor: null, canUndo: true },
}
const maria: ContactDetail = {
  contact,
  identities: [
    { id: 'i1', kind: 'phone', value: '+48601234567', ...since(at) },
    { id: 'i2', kind: 'user_id', value: 'PL.1', ...since(at) },
    { id: 'i3', kind: 'phone', value: '+48600000000', ...since(at, later), heldBy: paul },
  ],
  names: [{ kind: 'username', value: 'maria.n', since: at, lastSeen: at }],
  conversations: [],
  events: [merged],
  decisions: [],
}
const decided: ContactDetail = {
  ...maria,
  decisions: [{ id: 'd1', kind: 'apart', reason: 'Brothers', at, actor: { id: 'u1', name: 'Ada' } }],
}

async function openPanel(hub = hubWith(maria)) {
  render(inboxServedBy(hub))
  await userEvent.click(await screen.findByRole('button', { name: 'Who this is' }))
  return { hub, panel: within(await screen.findByRole('dialog')) }
}

function hubWith(detail: ContactDetail, features?: string[]) {
  const hub = fakeHub(features ? { features } : {})
  hub.elsewhere['GET /contacts/p1'] = { status: 200, body: detail }
  hub.elsewhere['GET /contacts/p1/consents'] = { status: 200, body: optedIn() }
  return hub
}

describe('who somebody is', () => {
  test('is shown with what they are and were known by, and why two became one', async () => {
    const { panel } = await openPanel()
    const numbers = within(await panel.findByRole('region', { name: 'Phone numbers' }))
    const [now, before] = numbers.getAllByRole('listitem')
    expect(now!.textContent).toMatch(/^\+48601234567Since Nov 21, 2026, [^,]*Not theirs$/)
    expect(before!.textContent).toMatch(/^\+48600000000From .* until .*is Paul Becker’s since /)
    expect(panel.getByText('@maria.n')).toBeTruthy()
    expect(panel.getByText('PL.1').closest('details')?.open).toBe(false)
    const history = within(panel.getByRole('region', { name: 'History' }))
    expect(history.getByRole('listitem').textContent).toMatch(
      /^Joined with .Paul Becker \(\+48600000000\). · one message named both/,
    )
    const { violations } = await axe.run(screen.getByRole('dialog'), {
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations).toEqual([])
  })

  test.each<[string, Partial<ContactEvent>, string]>([
    ['number', { kind: 'phone_changed', from: '+481', to: '+482' }, 'Number changed from +481 to +482'],
    ['user name', { kind: 'username_changed', from: 'a', to: 'b' }, 'User name changed from @a to @b'],
    [
      'owner',
      { kind: 'number_passed_on', from: '+481' },
      '+481 is \u2068Paul Becker (+48600000000)\u2069’s since then',
    ],
  ])('another %s is told with which, and how anybody knows', async (_, change, words) => {
    const events = [{ ...merged, reason: 'provider', canUndo: false, ...change }]
    const { panel } = await openPanel(hubWith({ ...maria, events }))
    const history = within(await panel.findByRole('region', { name: 'History' }))
    expect(history.getByRole('listitem').textContent).toContain(words)
  })

  test('says that a number is hidden, or since when', async () => {
    const seenAlone = { ...maria.identities[1]!, lastSeen: later }
    const identities = [maria.identities[0]!, seenAlone]
    const { panel } = await openPanel(hubWith({ ...maria, identities }))
    expect(await panel.findByText(/^\(hidden since .*\)$/)).toBeTruthy()
    expect(hiddenSince(maria)).toBeNull()
    expect(hiddenSince({ contact, identities: [...identities, { ...seenAlone, id: 'i9' }] })).toBeNull()
  })

  test.each<[string, ContactDetail['identities'], string]>([
    ['is hidden', [maria.identities[1]!], 'Hidden'],
    ['went to somebody else', maria.identities.slice(1), 'None known any more'],
  ])('says where the number %s', async (_, identities, words) => {
    const { panel } = await openPanel(hubWith({ ...maria, contact: { ...contact, phone: null }, identities }))
    expect(await panel.findByText(words)).toBeTruthy()
  })

  test('is read again when something happens and when it is opened again', async () => {
    const { hub, panel } = await openPanel()
    const answer = (phone: string) => {
      const identities = [{ ...maria.identities[0]!, value: phone }]
      const body = { ...maria, contact: { ...contact, phone }, identities }
      hub.elsewhere['GET /contacts/p1'] = { status: 200, body }
    }
    await panel.findAllByText('+48601234567')
    answer('+48700000001')
    act(() => {
      const id = 'communication_channels.message.received'
      const detail = { id, payload: { conversationId: 'c1' }, timestamp: 0, organizationId: 'o' }
      window.dispatchEvent(new CustomEvent('om:event', { detail }))
    })
    expect(await panel.findAllByText('+48700000001')).toHaveLength(2)
    await userEvent.keyboard('{Escape}')
    answer('+48700000002')
    await userEvent.click(screen.getByRole('button', { name: 'Who this is' }))
    expect(await screen.findAllByText('+48700000002')).toHaveLength(2)
  })

  test('can be taken back in one place only', async () => {
    const join: ContactEvent = {
      ...{ ...merged, reason: 'by_person', decisionId: 'd1', canUndo: false },
      actor: { id: 'u1', name: 'Ada' },
    }
    const decisions = [{ ...decided.decisions[0]!, kind: 'together' as const }]
    const { hub, panel } = await openPanel(hubWith({ ...maria, events: [join], decisions }))
    expect(await panel.findByText(/^The same person as .Paul Becker/)).toBeTruthy()
    expect(panel.getAllByRole('button', { name: /^Take/ })).toHaveLength(1)
    expect(panel.getByText(/Ada decided so/)).toBeTruthy()
    const named = [{ ...join, self: { ...paul, displayName: 'Maria', phone: null } }]
    hub.elsewhere['GET /contacts/p1'] = { status: 200, body: { ...maria, events: named, decisions } }
    await userEvent.keyboard('{Escape}')
    await userEvent.click(screen.getByRole('button', { name: 'Who this is' }))
    expect(await screen.findByText(/^.Maria. and .Paul Becker .* are one person\.$/)).toBeTruthy()
  })

  test('is taken apart with a reason, by keyboard alone, and says so', async () => {
    const { hub, panel } = await openPanel()
    hub.elsewhere['POST /contacts/p1/split'] = { status: 200, body: decided }
    hub.elsewhere['GET /contacts/p1'] = { status: 200, body: decided }
    ;(await panel.findByRole('button', { name: 'Take apart' })).focus()
    await userEvent.keyboard('{Enter}')
    await userEvent.type(panel.getByLabelText('Reason (optional)'), 'Brothers{Enter}')
    expect(await panel.findByText('These are different people.')).toBeTruthy()
    expect(hub.asked).toContainEqual({
      what: 'POST /contacts/p1/split',
      body: { eventId: 'e1', reason: 'Brothers' },
    })
  })

  test('says why where it cannot be taken apart', async () => {
    const { hub, panel } = await openPanel()
    const body = { error: 'No.', code: 'nothing_to_split', action: 'Choose.' }
    hub.elsewhere['POST /contacts/p1/split'] = { status: 422, body }
    await userEvent.click((await panel.findAllByRole('button', { name: 'Not theirs' }))[0]!)
    await userEvent.click(panel.getAllByRole('button', { name: 'Not theirs' })[0]!)
    expect((await panel.findByRole('alert')).textContent).toContain('This cannot be taken apart')
    await userEvent.keyboard('{Escape}')
    expect(panel.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('dialog')).toBeTruthy()
  })

  test('is joined with somebody who is found by their exact number', async () => {
    const { hub, panel } = await openPanel()
    const other = { ...contact, id: 'p2', displayName: 'M. Nowak', phone: '+48700000000' }
    hub.elsewhere['GET /contacts'] = { status: 200, body: { items: [other] } }
    hub.elsewhere['POST /contacts/p1/join'] = { status: 200, body: maria }
    await userEvent.click(await panel.findByRole('button', { name: 'Join with another contact' }))
    expect(await panel.findByText('Nobody by this name or number.')).toBeTruthy()
    await userEvent.type(panel.getByRole('searchbox'), '+48 700 000 000')
    await userEvent.click(await panel.findByRole('button', { name: 'This is the same person' }))
    await userEvent.click(panel.getByRole('button', { name: 'This is the same person' }))
    await waitFor(() =>
      expect(hub.asked).toContainEqual({ what: 'POST /contacts/p1/join', body: { contactId: 'p2' } }),
    )
  })

  test('is shown with what may be sent to them, the story folded', async () => {
    const { panel } = await openPanel()
    const consent = within(await panel.findByRole('region', { name: 'What may be sent' }))
    expect(
      await consent.findByText(
        /^Opted in to marketing on May 3, 2026 on a form: .* \(version 2\), from 10\.1\.2\.3\.$/,
      ),
    ).toBeTruthy()
    expect(consent.getByText('What is on record (1)').closest('details')?.open).toBe(false)
  })

  test('is decided by nobody who may only read', async () => {
    const { panel } = await openPanel(hubWith(decided, ['communication_channels.view']))
    await panel.findByText('These are different people.')
    expect(panel.queryByRole('button', { name: /Take|Not theirs|Join/ })).toBeNull()
  })

  test('can be asked for again when it could not be loaded', async () => {
    const hub = fakeHub()
    const { panel } = await openPanel(hub)
    const again = await panel.findByRole('button', { name: 'Try again' })
    hub.elsewhere['GET /contacts/p1'] = { status: 200, body: maria }
    await userEvent.click(again)
    expect(await panel.findByText('PL.1')).toBeTruthy()
  })
})

test('a thread that was merged is followed to the one that goes on', async () => {
  const hub = fakeHub({ conversation: conversation({ id: 'c9' }) })
  const { fetch } = hub
  hub.fetch = (input, init) => fetch(String(input).replace('/conversations/c9', '/conversations/c1'), init)
  render(inboxServedBy(hub))
  await waitFor(() => expect(new URLSearchParams(window.location.search).get('conversation')).toBe('c9'))
})
