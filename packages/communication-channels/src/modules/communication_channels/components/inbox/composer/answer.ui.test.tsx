import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import texts from '../../../i18n/en.json' with { type: 'json' }
import { fakeHub, message } from '../testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from '../testing/inboxServedBy.tsx'

const field = () => screen.findByRole('textbox', { name: 'Your answer' })
const thread = () => screen.getByRole('region', { name: 'Messages' })
const quoteBar = () => screen.queryByRole('group', { name: 'Your answer quotes' })
const choose = async (name: string) => {
  await within(await screen.findByRole('region', { name: 'Messages' })).findByText('Hello?')
  await userEvent.click(
    within(thread()).getAllByRole('button', { name: texts['communication_channels.inbox.menu.label'] })[0]!,
  )
  await userEvent.click(await screen.findByRole('button', { name }))
}
const reply = async () => {
  await choose(texts['communication_channels.inbox.menu.reply'])
  await waitFor(async () => expect(document.activeElement).toBe(await field()))
}
const react = (emoji: string) =>
  choose(texts['communication_channels.inbox.menu.reactWith'].replace('{emoji}', emoji))

test('whoever closes why a message went out is back at its menu', async () => {
  const ours = { direction: 'outbound', origin: 'api', status: 'read' } as const
  render(inboxServedBy(fakeHub({ messages: [message(ours)] })))
  await choose('Why?')
  await screen.findByRole('dialog', { name: 'What was decided about this message' })
  await userEvent.keyboard('{Escape}')
  const menu = texts['communication_channels.inbox.menu.label']
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe(menu))
})

const everyTimerButTheClock = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'requestIdleCallback',
  'cancelIdleCallback',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const

beforeEach(openNewTab)
afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

describe('an answer to one message', () => {
  test('says what it quotes, and sends it with the text once', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await reply()
    expect(quoteBar()?.textContent).toContain('Maria Nowak')
    expect(quoteBar()?.textContent).toContain('Hello?')
    await userEvent.keyboard('Yes?{Enter}')
    expect(quoteBar()).toBeNull()
    await userEvent.keyboard('And?{Enter}')
    await waitFor(() => expect(hub.sent).toHaveLength(2))
    expect(hub.sent.map(({ body }) => body)).toEqual([
      { content: { type: 'text', text: 'Yes?' }, replyToMessageId: 'm1' },
      { content: { type: 'text', text: 'And?' } },
    ])
  })

  test('goes out under the same key after a lost answer, with its quote', async () => {
    const hub = fakeHub()
    hub.answers.push('no answer')
    render(inboxServedBy(hub))
    await reply()
    await userEvent.type(await field(), 'Yes?{Enter}')
    const attempt = (await screen.findByText('Yes?')).closest('li')
    expect(attempt?.querySelector('blockquote')?.textContent).toContain('Hello?')
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(hub.sent).toHaveLength(2))
    expect(hub.sent[1]).toEqual(hub.sent[0])
  })

  test('stops quoting at Escape or at the cross, and keeps its text', async () => {
    render(inboxServedBy(fakeHub()))
    await reply()
    await userEvent.type(await field(), 'Yes')
    await userEvent.keyboard('{Escape}')
    expect(quoteBar()).toBeNull()
    await reply()
    await userEvent.click(screen.getByRole('button', { name: 'Do not quote' }))
    expect(quoteBar()).toBeNull()
    expect(await field()).toHaveProperty('value', 'Yes')
  })

  test('may be one that is built in a form', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await reply()
    await userEvent.click(screen.getByRole('button', { name: 'Attach' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /Location/ }))
    await userEvent.click(screen.getByRole('textbox', { name: 'Latitude' }))
    await userEvent.paste('52.1, 21.0')
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Send' }))
    await waitFor(() => expect(hub.sent).toHaveLength(1))
    expect(hub.sent[0]?.body).toEqual({
      content: { type: 'location', latitude: 52.1, longitude: 21 },
      replyToMessageId: 'm1',
    })
    await waitFor(() => expect(quoteBar()).toBeNull())
  })
})

describe('a reaction', () => {
  test('stands on its message before the server answers, and stays', async () => {
    const hub = fakeHub()
    let answer = () => {}
    const accepted = new Promise<void>((resolve) => {
      answer = resolve
    })
    const fetch = hub.fetch
    hub.fetch = async (input, init) => {
      const response = await fetch(input, init)
      if (init?.method === 'POST') await accepted
      return response
    }
    render(inboxServedBy(hub))
    await react('👍')
    expect(await within(thread()).findByText('👍')).toBeTruthy()
    expect(hub.sent.map(({ body }) => body)).toEqual([
      { content: { type: 'reaction', messageId: 'm1', emoji: '👍' } },
    ])
    answer()
    await waitFor(() =>
      expect(JSON.parse(sessionStorage.getItem('communication_channels.outbox')!)).toEqual([]),
    )
    expect(within(thread()).getByText('👍')).toBeTruthy()
  })

  test('is taken back with the reason when it was refused', async () => {
    const hub = fakeHub()
    hub.answers.push({ status: 422, body: { error: 'No.', code: 'reaction_target' } })
    render(inboxServedBy(hub))
    await react('👍')
    expect(
      await screen.findByText(/The reaction was not sent. This message cannot be reacted to/),
    ).toBeTruthy()
    expect(within(thread()).queryByText('👍')).toBeNull()
  })
})

describe('while an answer is typed', () => {
  const type = async (text: string) => fireEvent.change(await field(), { target: { value: text } })
  const clockAt = (seconds: number) =>
    jest.setSystemTime(new Date(Date.UTC(2026, 10, 21, 10, 0, 0) + seconds * 1_000))

  test('the customer’s side is told at the first keystroke and then every 20 seconds at most', async () => {
    const hub = fakeHub()
    jest.useFakeTimers({ doNotFake: [...everyTimerButTheClock] })
    render(inboxServedBy(hub))
    clockAt(0)
    await field()
    expect(hub.typing).toEqual([])
    for (const [seconds, text] of [
      [0, 'H'],
      [1, 'He'],
      [19, 'Hel'],
      [20, 'Hell'],
      [39, ''],
      [41, '  '],
      [50, 'Hello'],
    ] as const) {
      clockAt(seconds)
      await type(text)
    }
    expect(hub.typing.map((at) => at.slice(17, 19))).toEqual(['00', '20', '50'])
  })

  test('nothing is told from a page in the background, nor about a draft from before', async () => {
    sessionStorage.setItem('communication_channels.draft.c1', 'Hel')
    const hub = fakeHub()
    render(inboxServedBy(hub))
    expect(await field()).toHaveProperty('value', 'Hel')
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    await type('Hello')
    expect(hub.typing).toEqual([])
  })
})
