import { beforeEach, describe, expect, test } from '@jest/globals'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import type { ExplanationView } from '../../lib/explanation/explanation-view.ts'
import { viewDecision } from '../../lib/policy/decision-view.ts'
import { objects, permits } from '../../lib/policy/standing.ts'
import type { Message } from '../inbox/model/message.ts'
import { fakeHub, message } from '../inbox/testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from '../inbox/testing/inboxServedBy.tsx'

const at = '2026-11-21T10:00:00.000Z'
const stop = objects('opted_out', { purpose: 'marketing', at, source: 'message' })
const refused = viewDecision({ outcome: 'refuse', reasons: [stop], template: null, until: null })
const agreed = viewDecision({
  outcome: 'use_template',
  reasons: [
    permits('consent_given', { purpose: 'marketing', at, source: 'form' }),
    permits('template_usable', { name: 'welcome_back', language: 'pl' }),
  ],
  template: { name: 'welcome_back', language: 'pl' },
  until: null,
})
const explanation = (change: Partial<ExplanationView> = {}): ExplanationView => ({
  ...{ messageId: 'm1', purpose: 'marketing', notification: 'welcome_back', stopped: null, now: null },
  queued: { at, decision: agreed },
  attempts: [{ number: 1, at, outcome: 'sent', decision: agreed }],
  ...change,
})
const ours = (change: Partial<Message> = {}) =>
  message({
    ...{ direction: 'outbound', origin: 'api', status: 'read', purpose: 'marketing' },
    content: { type: 'text', text: 'Welcome back!' },
    ...change,
  })

async function ask(what: Message, answer: { status: number; body: unknown }) {
  const hub = fakeHub({ messages: [what] })
  hub.elsewhere[`GET /messages/${what.id}/explanation`] = answer
  render(inboxServedBy(hub))
  const thread = await screen.findByRole('region', { name: 'Messages' })
  const direct = within(thread).queryByRole('button', { name: 'Why?' })
  if (direct) await userEvent.click(direct)
  else {
    await userEvent.click(await within(thread).findByRole('button', { name: 'What to do with this message' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Why?' }))
  }
  return { hub, sheet: await screen.findByRole('dialog', { name: 'What was decided about this message' }) }
}

beforeEach(openNewTab)

describe('the explanation of a message', () => {
  test('that left says so first, then what it is, in which form, and on what it rests', async () => {
    const { sheet } = await ask(ours(), { status: 200, body: explanation() })
    await within(sheet).findByText('It was allowed to leave, and it left.')
    const words = sheet.textContent ?? ''
    const order = [
      'It was allowed to leave, and it left.',
      'This person agreed to marketing messages on Nov 21, 2026',
      'The person must have agreed to it expressly',
      'The template “welcome_back”, which was picked for it, in this language: Polish',
      'When it was written',
      'The template “welcome_back” (Polish) is approved and complete.',
      'When it left',
      'The same answer, for the same reasons.',
    ].map((part) => words.indexOf(part))
    expect(order.every((position) => position >= 0)).toBe(true)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  test('that was refused when it was to leave says what stood against it and what can be done', async () => {
    const error = { code: 'opted_out', message: 'Sentence.', action: null }
    const failed = ours({ status: 'failed', error })
    const attempts = [{ number: 1, at, outcome: 'not_sent' as const, decision: refused }]
    const { sheet } = await ask(failed, { status: 200, body: explanation({ attempts }) })
    expect(await within(sheet).findByText('It was not sent: it was not allowed to leave.')).toBeTruthy()
    expect(
      within(sheet).getAllByText(/opted out of marketing messages on Nov 21, 2026.* by writing STOP/),
    ).toHaveLength(2)
    expect(within(sheet).getAllByText(/If they want these messages again/)).toHaveLength(2)
  })

  test('that a STOP took back is reached from the line that says so', async () => {
    const error = { code: 'opted_out', message: 'Sentence.', action: null }
    const { sheet } = await ask(ours({ status: 'cancelled', error }), {
      status: 200,
      body: explanation({ attempts: [], stopped: { at, decision: refused } }),
    })
    expect(await within(sheet).findByText('It was stopped before it left.')).toBeTruthy()
    const stops = within(sheet).getAllByText(/opted out of marketing messages on Nov 21, 2026/)
    expect(stops).toHaveLength(2)
    expect(within(sheet).getByText('When it was stopped')).toBeTruthy()
    // Whoever says START gets other messages than this one.
    expect(within(sheet).getByText(/It does not leave any more/)).toBeTruthy()
    expect(within(sheet).queryByText(/they write START/)).toBeNull()
    expect(within(sheet).getByText('Was to go out as')).toBeTruthy()
    expect(screen.getByText(/Stopped before it left: This person opted out/)).toBeTruthy()
  })

  test('that the provider refused does not blame the rules, nor say that it left', async () => {
    const error = { code: 'marketing_stopped', message: 'No.', action: null, providerCode: '131050' }
    const { sheet } = await ask(ours({ status: 'failed', error }), { status: 200, body: explanation() })
    expect(await within(sheet).findByText('Our rules allowed it; the provider refused it.')).toBeTruthy()
    expect(within(sheet).getByText('When it was handed to the provider')).toBeTruthy()
    expect(within(sheet).queryByText('When it left')).toBeNull()
  })

  test('that asks whether they want marketing says so, and is no message about orders', async () => {
    const body = explanation({ purpose: 'utility', notification: 'double_opt_in' })
    const { sheet } = await ask(ours({ purpose: 'utility' }), { status: 200, body })
    expect(await within(sheet).findByText('A question whether they want marketing')).toBeTruthy()
    expect(within(sheet).queryByText(/double_opt_in|Orders and appointments/)).toBeNull()
  })

  test('that answers the customer says within what time they must have written', async () => {
    const open = permits('window_open', { at, hours: '24' })
    const decision = viewDecision({ outcome: 'allow', reasons: [open], template: null, until: null })
    const { sheet } = await ask(ours({ purpose: 'service' }), {
      status: 200,
      body: explanation({ purpose: 'service', notification: null, queued: { at, decision }, attempts: [] }),
    })
    expect(
      await within(sheet).findByText('The customer must have written within the last 24 hours.'),
    ).toBeTruthy()
    expect(within(sheet).getByText('Sent as')).toBeTruthy()
    expect(within(sheet).getByText('Free text')).toBeTruthy()
  })

  test('can be asked for again where it did not come', async () => {
    const { hub, sheet } = await ask(ours(), { status: 404, body: { error: 'No.', code: 'not_found' } })
    const again = await within(sheet).findByRole('button', { name: 'Try again' })
    hub.elsewhere['GET /messages/m1/explanation'] = { status: 200, body: explanation() }
    await userEvent.click(again)
    expect(await within(sheet).findByText('It was allowed to leave, and it left.')).toBeTruthy()
  })

  test('has no accessibility violations that a machine can find', async () => {
    const { sheet } = await ask(ours(), { status: 200, body: explanation() })
    await within(sheet).findByText('What was looked at')
    const { violations } = await axe.run(sheet, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
})

test.each([
  ['what the customer wrote', message()],
  ['what was written on the phone', ours({ origin: 'device' })],
])('%s has no explanation', async (_, one) => {
  render(inboxServedBy(fakeHub({ messages: [one] })))
  const thread = await screen.findByRole('region', { name: 'Messages' })
  const menu = within(thread).queryByRole('button', { name: 'What to do with this message' })
  if (menu) await userEvent.click(menu)
  expect(screen.queryByRole('button', { name: 'Why?' })).toBeNull()
})
