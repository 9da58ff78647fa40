import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import texts from '../../../i18n/en.json' with { type: 'json' }
import type { SettleChoice } from '../data/settleMessages.ts'
import { clockTime } from '../model/times.ts'
import { message } from '../testing/fakeHub.ts'
import { UnknownNote } from './UnknownNote.tsx'

const lost = Date.parse('2026-11-21T10:00:20.000Z')
const minutes = (count: number) => count * 60_000

const settled: SettleChoice[] = []
const note = (mayDecide = true, unknownSince = new Date(lost).toISOString()) => (
  <I18nProvider locale="en" dict={texts}>
    <UnknownNote
      message={message({ direction: 'outbound', status: 'unknown', unknownSince })}
      contactName="Maria Nowak"
      canResend
      onSettle={mayDecide ? async (_, as) => void settled.push(as) : undefined}
    />
  </I18nProvider>
)
const choices = () => screen.queryAllByRole('button').map(({ textContent }) => textContent)
const both = ['Send again — Maria Nowak may get it twice', 'Leave it — Maria Nowak may never get it']

describe('for five minutes after its answer was lost', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())
  const pass = (ms: number) => act(() => void jest.advanceTimersByTime(ms))

  test('a message says that a report may settle it, and from when on it can be decided about', () => {
    jest.setSystemTime(lost + 1_000)
    render(note())
    const said = screen.getByText(/^Not known yet whether it went out/).textContent
    // The full minute after 10:05:20: by then the choice is there.
    expect(said).toContain(`from ${clockTime('2026-11-21T10:06:00.000Z', 'en')}`)
    expect(choices()).toEqual([])
  })

  test('nothing is to be chosen up to their last moment; then both choices are there by themselves', () => {
    jest.setSystemTime(lost)
    render(note())
    pass(minutes(5) - 1)
    expect(choices()).toEqual([])
    pass(1)
    expect(choices()).toEqual(both)
    expect(screen.getByText('Outcome unknown.')).toBeTruthy()
    expect(screen.queryByText(/Not known yet/)).toBeNull()
  })

  test('a page that is opened later offers them at once', () => {
    jest.setSystemTime(lost + minutes(5))
    render(note())
    expect(choices()).toEqual(both)
  })

  test('a report that takes the note away leaves no clock running', () => {
    jest.setSystemTime(lost)
    render(note()).unmount()
    expect(jest.getTimerCount()).toBe(0)
  })

  test('who may not send is told the same, and offered nothing afterwards', () => {
    jest.setSystemTime(lost)
    render(note(false))
    expect(screen.getByText(/Not known yet/)).toBeTruthy()
    pass(minutes(5))
    expect(screen.getByText('Outcome unknown.')).toBeTruthy()
    expect(screen.queryByText(/if you can/)).toBeNull()
    expect(choices()).toEqual([])
  })
})

test.each([
  ['resend', 1],
  ['leave', 2],
] as const)('%s is reached, asked about and confirmed by keyboard alone', async (as, tabs) => {
  settled.length = 0
  render(note())
  for (let n = 0; n < tabs; n++) await userEvent.tab()
  const choice = document.activeElement
  await userEvent.keyboard('{Enter}')
  const question = await screen.findByRole('alertdialog')
  await waitFor(() => expect(question.contains(document.activeElement)).toBe(true))
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(choice))
  expect(settled).toEqual([])
  await userEvent.keyboard('{Enter}')
  const name = as === 'resend' ? 'Send again' : 'Leave it'
  const yes = await screen.findByRole('button', { name })
  for (let n = 0; n < 3 && document.activeElement !== yes; n++) await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(settled).toEqual([as]))
})
