import { beforeEach, describe, expect, test } from '@jest/globals'
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { viewDecision } from '../../../lib/policy/decision-view.ts'
import { objects, permits } from '../../../lib/policy/standing.ts'
import type { Message } from '../model/message.ts'
import {
  allowed,
  conversation,
  decided,
  fakeHub,
  message,
  stopped,
  windowClosed,
} from '../testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from '../testing/inboxServedBy.tsx'
import { templatePolicy } from './templatePolicy.ts'

const field = () => screen.queryByRole('textbox', { name: 'Your answer' })
const at = '2026-11-21T10:00:00.000Z'

beforeEach(openNewTab)

test('why one may write is there, folded', async () => {
  render(inboxServedBy(fakeHub()))
  const why = await screen.findByRole('button', { name: 'Why you may write' })
  expect(screen.queryByText(/The customer wrote recently/)).toBeNull()
  await userEvent.click(why)
  const reasons = within(screen.getByRole('dialog', { name: 'Why you may write' }))
  expect(reasons.getByText(/so you can write freely until Nov 22, 2026/)).toBeTruthy()
})

test('an answer that will leave later can be written, and the screen says that it waits', async () => {
  const until = '2099-11-21T12:00:00.000Z'
  const freeForm = viewDecision({
    outcome: 'wait',
    reasons: [
      { code: 'organization_limit', effect: 'waits', params: { until } },
      permits('window_open', { at: until }),
    ],
    ...{ template: null, until },
  })
  render(inboxServedBy(fakeHub({ policy: { ...allowed, freeForm } })))
  await userEvent.click(await screen.findByRole('button', { name: 'It leaves later. Why?' }))
  expect(field()).toBeTruthy()
  expect(screen.getByText(/there is room again on Nov 21, 2099/)).toBeTruthy()
})

test('all that stands against an answer is said before anything is sent, each with what to do', async () => {
  const reasons = [objects('channel_disabled'), objects('person_blocked', { at })]
  const freeForm = viewDecision({ outcome: 'refuse', reasons, template: null, until: null })
  render(inboxServedBy(fakeHub({ policy: { ...allowed, freeForm } })))
  const note = await screen.findByRole('note')
  expect(note.textContent).toContain('This number is switched off.')
  expect(note.textContent).toContain('Ask an administrator to switch it on')
  expect(note.textContent).toContain('Your organisation blocked this person on Nov 21, 2026')
  expect(note.textContent).toContain('Unblock them under “Who this is” first.')
  expect(field()).toBeNull()
  const { violations } = await axe.run(note, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('who is blocked is marked, and the way to take that back is one click away', async () => {
  const freeForm = decided(objects('person_blocked', { at }))
  const { contact } = conversation()
  const blocked = conversation({ contact: { ...contact, isBlocked: true } })
  render(inboxServedBy(fakeHub({ conversation: blocked, policy: { ...allowed, freeForm } })))
  const note = await screen.findByRole('note')
  expect(screen.getAllByText('Blocked')).toHaveLength(2)
  expect(screen.queryByText(/^Window open/)).toBeNull()
  await userEvent.click(within(note.parentElement!).getByRole('button', { name: 'Who this is' }))
  expect(await screen.findByRole('dialog', { name: 'Maria Nowak' })).toBeTruthy()
})

describe('after the window closed', () => {
  const optedOut = (purpose: 'utility' | 'marketing') =>
    decided(objects('opted_out', { purpose, at, source: 'message' }))

  test('somebody who wants nothing but answers is offered no template', async () => {
    const nothing = { utility: optedOut('utility'), marketing: optedOut('marketing') }
    render(inboxServedBy(fakeHub({ policy: { ...windowClosed, ...nothing } })))
    const note = await screen.findByRole('note')
    expect(note.textContent).toContain('Maria Nowak opted out of everything but answers')
    expect(note.textContent).toContain('You can write again as soon as they write.')
    expect(note.textContent).not.toContain('template')
    await userEvent.click(within(note.parentElement!).getByRole('button', { name: 'Who this is' }))
    expect(await screen.findByRole('dialog', { name: 'Maria Nowak' })).toBeTruthy()
  })

  test('by the provider’s clock alone it is closed on screen too, and nothing offers to try again', async () => {
    const error = {
      ...{ code: 'window_closed_at_provider', message: 'By their clock it is closed.', resend: null },
      ...{ action: 'Send an approved template instead.', detail: null },
    } as Message['error']
    const refused = { direction: 'outbound', origin: 'api', purpose: 'service', status: 'failed' } as const
    const hub = fakeHub({ messages: [message(), message({ id: 'm2', ...refused, error })] })
    render(inboxServedBy(hub))
    const note = await screen.findByRole('note')
    expect(note.textContent).toContain('By their clock it is closed.')
    expect(field()).toBeNull()
    expect(screen.getByRole('button', { name: 'Window closed' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull()
  })
})

test('an answer still goes out to somebody who wants no marketing', async () => {
  const hub = fakeHub({ policy: stopped })
  render(inboxServedBy(hub))
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Your answer' }),
    'It is on its way.{Enter}',
  )
  expect(hub.sent.map(({ body }) => body.content.text)).toEqual(['It is on its way.'])
})

test('what they say meanwhile is on screen without a reload', async () => {
  const hub = fakeHub()
  render(inboxServedBy(hub))
  await screen.findByRole('textbox', { name: 'Your answer' })
  const freeForm = viewDecision({
    outcome: 'refuse',
    reasons: [objects('person_blocked', { at })],
    ...{ template: null, until: null },
  })
  hub.state.policy = { ...allowed, freeForm }
  act(() => {
    const payload = { contactId: 'p1', purpose: 'marketing', state: 'opted_out' }
    const detail = {
      id: 'communication_channels.consent.changed',
      payload,
      timestamp: 0,
      organizationId: 'o',
    }
    window.dispatchEvent(new CustomEvent('om:event', { detail }))
  })
  expect((await screen.findByRole('note')).textContent).toContain('Your organisation blocked this person')
})

test('a choice of templates is told which purposes are barred, and by what', () => {
  const say = ({ sentence, action }: { sentence: string; action: string | null }) => ({ sentence, action })
  const waits = { code: 'circuit_open', effect: 'waits', params: { until: at } } as const
  const utility = { ...decided(waits), outcome: 'wait' as const }
  const { marketing, ...others } = templatePolicy({ ...stopped, utility }, say)
  expect(marketing).toMatchObject({
    isAllowed: false,
    objections: [{ sentence: expect.stringContaining('STOP') }],
  })
  expect(others.utility).toEqual({ isAllowed: true, objections: [] })
})
