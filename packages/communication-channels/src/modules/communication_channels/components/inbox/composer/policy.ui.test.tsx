import { beforeEach, expect, test } from '@jest/globals'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { viewDecision } from '../../../lib/policy/decision-view.ts'
import { objects, permits } from '../../../lib/policy/standing.ts'
import { allowed, decided, fakeHub, stopped } from '../testing/fakeHub.ts'
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
  expect(reasons.getByText(/so your own words are possible until 22 November 2026/)).toBeTruthy()
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
  expect(screen.getByText(/there is room again on 21 November 2099/)).toBeTruthy()
})

test('all that stands against an answer is said before anything is sent, each with what to do', async () => {
  const reasons = [objects('channel_disabled'), objects('person_blocked', { at })]
  const freeForm = viewDecision({ outcome: 'refuse', reasons, template: null, until: null })
  render(inboxServedBy(fakeHub({ policy: { ...allowed, freeForm } })))
  const note = await screen.findByRole('note')
  expect(note.textContent).toContain('This number is switched off.')
  expect(note.textContent).toContain('Ask an administrator to switch it on')
  expect(note.textContent).toContain('Your organisation blocked this person on 21 November 2026')
  expect(note.textContent).toContain('Unblock them in their contact panel first.')
  expect(field()).toBeNull()
  const { violations } = await axe.run(note, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
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
