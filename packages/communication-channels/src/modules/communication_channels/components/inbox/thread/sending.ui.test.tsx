import { beforeEach, describe, expect, test } from '@jest/globals'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import type { InteractiveContent, Message } from '../model/message.ts'
import { fakeHub, message, windowClosed } from '../testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from '../testing/inboxServedBy.tsx'

const ours = (change: Partial<Message>) =>
  message({
    id: 'm2',
    direction: 'outbound',
    content: { type: 'text', text: 'Your receipt' },
    lane: 'person',
    ...change,
  })
const bubble = async (text = 'Your receipt') => {
  const thread = await screen.findByRole('region', { name: 'Messages' })
  return (await within(thread).findByText(text)).closest('li') as HTMLElement
}
const ahead = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const unknown = ours({ status: 'unknown', unknownSince: ahead(-1) })

beforeEach(openNewTab)

describe('a message that has not left', () => {
  test.each([
    ['scheduled', ahead(1), /^Leaves /],
    ['retry', null, /asked to wait/],
    ['number_pace', null, /as fast as it may/],
    ['person_pace', null, /Maria Nowak was written to just now/],
    ['portfolio_limit', ahead(5), /within 24 hours. Next try:/],
    ['organization_limit', null, /automatic messages per minute/],
    ['circuit_open', ahead(1), /is paused until/],
    ['sender_health', ahead(5), /keeps this number from sending it.*Next try:/],
  ] as const)('says why: %s', async (code, until, words) => {
    render(inboxServedBy(fakeHub({ messages: [ours({ status: 'queued', waiting: { code, until } })] })))
    expect(within(await bubble()).getByText(words)).toBeTruthy()
  })

  test('is called back, and stands struck through from then on', async () => {
    const waiting = { code: 'scheduled', until: ahead(1) } as const
    const hub = fakeHub({ messages: [ours({ status: 'queued', waiting, canCancel: true })] })
    const cancelled = ours({ status: 'cancelled' })
    hub.elsewhere['POST /messages/m2/cancel'] = { status: 200, body: { message: cancelled } }
    render(inboxServedBy(hub))
    const [link] = within(await bubble()).getAllByRole('button', { name: 'Cancel sending' })
    await userEvent.click(link as HTMLElement)
    expect(await screen.findByText('Cancelled before it left. Nobody received it.')).toBeTruthy()
    expect(within(await bubble()).getByRole('img', { name: 'Cancelled' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Cancel sending' })).toBeNull()
    await waitFor(() => expect(document.activeElement?.id).toBe('message-m2'))
  })

  test('that is leaving already cannot be called back, and one is told so', async () => {
    const waiting = { code: 'number_pace', until: null } as const
    const hub = fakeHub({ messages: [ours({ status: 'queued', waiting, canCancel: true })] })
    hub.elsewhere['POST /messages/m2/cancel'] = { status: 409, body: { error: 'No.', code: 'not_queued' } }
    render(inboxServedBy(hub))
    await userEvent.click(within(await bubble()).getAllByRole('button', { name: 'Cancel sending' })[0]!)
    expect(await screen.findByText(/It is leaving, or has left already/)).toBeTruthy()
  })

  test('is only told about to who may not send', async () => {
    const waiting = { code: 'scheduled', until: ahead(1) } as const
    const messages = [ours({ status: 'queued', waiting, canCancel: true })]
    render(inboxServedBy(fakeHub({ messages, features: ['communication_channels.view'] })))
    expect(within(await bubble()).queryByRole('button', { name: 'Cancel sending' })).toBeNull()
  })
})

describe('a message of unknown outcome', () => {
  test.each([
    ['Send again — Maria Nowak may get it twice', 'Send again', 'resend', /the same message twice/],
    ['Leave it — Maria Nowak may never get it', 'Leave it', 'leave', /never gets it/],
  ])('%s: asks once, and says the risk', async (choice, confirm, as, risk) => {
    const hub = fakeHub({ messages: [unknown] })
    const settled = [{ messageId: 'm2', as, newMessageId: null }]
    hub.elsewhere['POST /messages/settle'] = { status: 200, body: { settled, skipped: [] } }
    render(inboxServedBy(hub))
    await userEvent.click(within(await bubble()).getByRole('button', { name: choice }))
    const question = await screen.findByRole('alertdialog')
    expect(question.textContent).toMatch(risk)
    const settles = () => hub.asked.filter(({ what }) => what === 'POST /messages/settle')
    expect(settles()).toEqual([])
    await userEvent.click(within(question).getByRole('button', { name: confirm }))
    await waitFor(() => expect(settles().map(({ body }) => body)).toEqual([{ messageIds: ['m2'], as }]))
  })

  test('that was settled meanwhile is not settled twice, and one is told so', async () => {
    const hub = fakeHub({ messages: [unknown] })
    const skipped = [{ messageId: 'm2', code: 'settled_meanwhile', error: 'Too late.' }]
    hub.elsewhere['POST /messages/settle'] = { status: 200, body: { settled: [], skipped } }
    render(inboxServedBy(hub))
    await userEvent.click(within(await bubble()).getByRole('button', { name: /^Leave it/ }))
    await userEvent.click(await screen.findByRole('button', { name: 'Leave it' }))
    expect(await screen.findByText(/somebody has decided already/)).toBeTruthy()
  })

  test('that may still be settled by itself is not decided about by a browser whose clock is ahead', async () => {
    const hub = fakeHub({ messages: [unknown] })
    const skipped = [{ messageId: 'm2', code: 'too_early', error: 'Not before noon.' }]
    hub.elsewhere['POST /messages/settle'] = { status: 200, body: { settled: [], skipped } }
    render(inboxServedBy(hub))
    await userEvent.click(within(await bubble()).getByRole('button', { name: /^Send again/ }))
    await userEvent.click(await screen.findByRole('button', { name: 'Send again' }))
    expect(
      await screen.findByText(/A report may still tell what became of it. Wait a few minutes/),
    ).toBeTruthy()
  })

  test('is not offered to be sent again where free text may not leave any more', async () => {
    render(inboxServedBy(fakeHub({ messages: [unknown], policy: windowClosed })))
    const choices = within(await bubble()).getAllByRole('button')
    expect(choices.map(({ textContent }) => textContent)).toEqual(['Leave it — Maria Nowak may never get it'])
  })

  test('that was sent again leads to the new message, and that one back', async () => {
    const at = '2026-11-21T10:10:00.000Z'
    const first = ours({ status: 'unknown', settlement: { as: 'resent', at }, resentAs: 'm3' })
    const again = ours({
      id: 'm3',
      status: 'sent',
      resendOf: 'm2',
      content: { type: 'text', text: 'Second' },
    })
    render(inboxServedBy(fakeHub({ messages: [first, again] })))
    Element.prototype.scrollIntoView = () => {}
    await userEvent.click(within(await bubble()).getByRole('button', { name: 'Go to the new message' }))
    expect(document.activeElement?.id).toBe('message-m3')
    await userEvent.click(within(await bubble('Second')).getByRole('button', { name: /^Sent again/ }))
    expect(document.activeElement?.id).toBe('message-m2')
    expect(screen.queryByRole('button', { name: /may get it twice/ })).toBeNull()
  })

  test('that was sent again and arrived after all says that it is there twice', async () => {
    const settlement = { as: 'resent', at: '2026-11-21T10:10:00.000Z' } as const
    render(inboxServedBy(fakeHub({ messages: [ours({ status: 'delivered', settlement, resentAs: 'm3' })] })))
    expect(within(await bubble()).getByText(/Maria Nowak has this message twice/)).toBeTruthy()
  })

  test('that was left says so and asks no more', async () => {
    const settlement = { as: 'left', at: '2026-11-21T10:10:00.000Z' } as const
    render(inboxServedBy(fakeHub({ messages: [ours({ status: 'unknown', settlement })] })))
    const shown = within(await bubble())
    expect(shown.getByText(/Left as it is on .*: it may never have gone out/)).toBeTruthy()
    expect(shown.queryAllByRole('button')).toEqual([])
  })
})

test('a text that left in place of a list says so, and shows what was refused and why', async () => {
  const refused: InteractiveContent = {
    type: 'interactive',
    kind: 'list',
    body: 'When may we come?',
    label: 'Choose a slot',
    sections: [{ title: 'Monday', rows: [{ id: 'm', title: 'Morning' }] }],
  }
  const error = { code: 'made_up', message: 'The list is too long.', action: null }
  render(inboxServedBy(fakeHub({ messages: [ours({ status: 'sent', fallback: { refused, error } })] })))
  const shown = within(await bubble())
  expect(shown.getByText('Sent as text, because the list was refused.')).toBeTruthy()
  await userEvent.click(shown.getByText('What was refused'))
  expect(shown.getByText(/The list is too long/)).toBeTruthy()
  expect(shown.getByText('When may we come?')).toBeTruthy()
})

test('a message of a batch is marked as such', async () => {
  render(inboxServedBy(fakeHub({ messages: [ours({ status: 'sent', lane: 'bulk' })] })))
  expect(within(await bubble()).getByText('Batch')).toBeTruthy()
})

describe('a number that sending is paused from', () => {
  const paused = (state: 'open' | 'half_open', reason: string) => {
    const hub = fakeHub()
    hub.state.conversation.channel.circuit = { state, reason, retryAt: ahead(0.2) }
    return hub
  }
  test.each([
    ['open', 'failures', /Sending from \+48 22 123 45 01 is paused until .* The provider has trouble/],
    ['open', 'account', /refuses our account/],
    ['open', 'rate', /slower pace/],
    ['half_open', 'made_up', /is being tried again. Too much went wrong/],
  ] as const)('%s for %s is named above the thread', async (state, reason, words) => {
    render(inboxServedBy(paused(state, reason)))
    expect((await screen.findByText(/What you write leaves by itself/)).textContent).toMatch(words)
  })
})

test('none of it is a barrier that a machine can find', async () => {
  const settlement = { as: 'resent', at: '2026-11-21T10:10:00.000Z' } as const
  const waiting = { code: 'scheduled', until: ahead(1) } as const
  const refused = { type: 'location', latitude: 1, longitude: 2 } as const
  const error = { code: 'made_up', message: 'No.', action: null }
  const hub = fakeHub({
    messages: [
      ours({ id: 'a', status: 'queued', waiting, canCancel: true }),
      ours({ id: 'b', status: 'cancelled' }),
      ours({ id: 'c', status: 'unknown', unknownSince: ahead(-1) }),
      ours({ id: 'c2', status: 'unknown', unknownSince: ahead(0) }),
      ours({ id: 'd', status: 'unknown', settlement, resentAs: 'e' }),
      ours({ id: 'e', status: 'sent', resendOf: 'd', lane: 'bulk' }),
      ours({ id: 'f', status: 'sent', fallback: { refused, error } }),
    ],
  })
  hub.state.conversation.channel.circuit = { state: 'open', reason: 'rate', retryAt: null }
  const { container } = render(inboxServedBy(hub))
  await screen.findByText(/What you write leaves by itself/)
  await within(await screen.findByRole('region', { name: 'Messages' })).findAllByText('Your receipt')
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})
