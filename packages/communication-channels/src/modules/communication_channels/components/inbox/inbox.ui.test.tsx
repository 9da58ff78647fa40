import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import type { MessageContent } from './model/message.ts'
import { fakeHub, message, windowClosed } from './testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from './testing/inboxServedBy.tsx'

const field = () => screen.findByRole('textbox', { name: 'Your answer' })
const thread = () => screen.getByRole('region', { name: 'Messages' })

beforeEach(openNewTab)

describe('writing an answer', () => {
  test('Enter sends it, and it stands in the thread at once', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await userEvent.type(await field(), 'We will look into it{Enter}')
    expect(await within(thread()).findByText('We will look into it')).toBeTruthy()
    await waitFor(() => expect(hub.sent).toHaveLength(1))
    expect(hub.sent[0]?.body).toEqual({ content: { type: 'text', text: 'We will look into it' } })
    expect(await field()).toHaveProperty('value', '')
    await waitFor(() => expect(within(thread()).getAllByText('We will look into it')).toHaveLength(1))
  })

  test('Shift+Enter starts a new line instead', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await userEvent.type(await field(), 'One{Shift>}{Enter}{/Shift}two')
    expect(await field()).toHaveProperty('value', 'One\ntwo')
    expect(hub.sent).toHaveLength(0)
  })

  test('a retry after a lost answer reuses the idempotency key', async () => {
    const hub = fakeHub()
    hub.answers.push('no answer', { status: 503, body: { error: 'Busy.', code: 'unavailable' } })
    render(inboxServedBy(hub))
    await userEvent.type(await field(), 'Once only{Enter}')
    await screen.findByText(/The server did not answer/)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByText(/busy or restarting/)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(hub.sent).toHaveLength(3))
    expect(new Set(hub.sent.map((request) => request.key)).size).toBe(1)
    expect(hub.sent[0]?.key).toMatch(/^.{16,128}$/)
  })

  test('a refused text says why and goes back into the composer', async () => {
    const hub = fakeHub()
    hub.answers.push({ status: 422, body: { error: 'Closed.', code: 'window_closed', action: 'Wait.' } })
    render(inboxServedBy(hub))
    await userEvent.type(await field(), 'Too late{Enter}')
    await screen.findByText(/the customer last wrote too long ago/)
    await userEvent.click(screen.getByRole('button', { name: 'Edit' }))
    expect(await field()).toHaveProperty('value', 'Too late')
  })
})

describe('what staff are told', () => {
  test('one message that cannot be drawn does not take the others with it', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => {})
    const broken = message({ id: 'm0', content: { type: 'contacts' } as unknown as MessageContent })
    render(inboxServedBy(fakeHub({ messages: [broken, message()] })))
    const thread = await screen.findByRole('region', { name: 'Messages' })
    expect(await within(thread).findByText('This message cannot be shown.')).toBeTruthy()
    expect(within(thread).getByText('Hello?')).toBeTruthy()
    jest.restoreAllMocks()
  })

  test('a closed window takes no free text, says why and what to do', async () => {
    render(inboxServedBy(fakeHub({ policy: windowClosed })))
    expect(await screen.findByText(/You can no longer answer freely: 24 hours have passed/)).toBeTruthy()
    expect(screen.getByText(/Send an approved template/)).toBeTruthy()
    expect(screen.queryByRole('textbox', { name: 'Your answer' })).toBeNull()
  })

  test('a failed message shows the reason and can be sent again as a request of its own', async () => {
    const failed = message({
      direction: 'outbound',
      content: { type: 'text', text: 'Your receipt' },
      status: 'failed',
      error: { code: 'made_up', message: 'The number is gone.', action: 'Ask for a new one.' },
    })
    const hub = fakeHub({ messages: [failed] })
    render(inboxServedBy(hub))
    expect(await screen.findByText(/The number is gone. Ask for a new one./)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }))
    await waitFor(() =>
      expect(hub.sent).toMatchObject([
        { key: expect.stringMatching(/.{16}/), body: { content: { text: 'Your receipt' } } },
      ]),
    )
  })

  test('who may only read is told so', async () => {
    render(inboxServedBy(fakeHub({ features: ['communication_channels.view'] })))
    expect(await screen.findByText('You may read this conversation, but not answer.')).toBeTruthy()
  })

  test('a conversation that is not there is named as such', async () => {
    window.history.replaceState(null, '', '/backend/inbox?conversation=elsewhere')
    render(inboxServedBy(fakeHub()))
    expect(await screen.findByText('This conversation does not exist')).toBeTruthy()
  })
})

test('the list says that the last message was spoken', async () => {
  const hub = fakeHub()
  const spoken = {
    direction: 'inbound',
    contentType: 'audio',
    preview: '',
    isVoice: true,
    status: null,
  } as const
  hub.state.conversation = { ...hub.state.conversation, lastMessage: spoken }
  render(inboxServedBy(hub))
  expect(await screen.findByText('Voice message')).toBeTruthy()
})

test('a new message arrives by event, without a reload', async () => {
  const hub = fakeHub()
  render(inboxServedBy(hub))
  await field()
  await within(thread()).findByText('Hello?')
  hub.state.messages = [message(), message({ id: 'm2', content: { type: 'text', text: 'Anybody there?' } })]
  act(() => {
    const payload = { conversationId: 'c1', messageId: 'm2' }
    const detail = {
      id: 'communication_channels.message.received',
      payload,
      timestamp: 0,
      organizationId: 'o',
    }
    window.dispatchEvent(new CustomEvent('om:event', { detail }))
  })
  expect(await within(thread()).findByText('Anybody there?')).toBeTruthy()
})

test('the inbox has no accessibility violations that a machine can find', async () => {
  const outbound = message({ id: 'm2', direction: 'outbound', status: 'read' })
  const failed = message({ id: 'm3', direction: 'outbound', status: 'failed' })
  const hub = fakeHub({ messages: [message(), outbound, failed] })
  const { container } = render(inboxServedBy(hub))
  await field()
  await within(thread()).findAllByText('Hello?')
  // Colours need a real browser to be judged.
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})
