import { beforeEach, describe, expect, test } from '@jest/globals'
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { allowed, conversation, fakeHub, message, windowClosed } from '../testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from '../testing/inboxServedBy.tsx'

const expiresAt = new Date(Date.now() - 3_600_000).toISOString()
const closed = { isRequired: true, isOpen: false, expiresAt, openedBy: null, freeEntry: null }
const candidate = {
  name: 're_engagement',
  language: 'en_US',
  purpose: 'utility' as const,
  state: 'usable' as const,
  missing: [],
  content: { type: 'template' as const, name: 're_engagement', language: 'en_US', parameters: {} },
}
const words = 'You asked us something. Do you still need help?'

beforeEach(openNewTab)

describe('after the window closed', () => {
  const offer = () => screen.findByRole('button', { name: 'Ask them to write again' })
  const hubWith = (preview: { status: number; body: unknown }) => {
    const policy = { ...windowClosed, reengagement: candidate }
    const hub = fakeHub({ conversation: conversation({ window: closed }), policy })
    hub.elsewhere['GET /conversations/c1/reengagement'] = preview
    return hub
  }
  const shown = {
    status: 200,
    body: { content: { ...candidate.content, rendered: { body: words, buttons: ['Yes'] } } },
  }

  test('one click shows the template that goes out, the second sends it', async () => {
    const hub = hubWith(shown)
    render(inboxServedBy(hub))
    await userEvent.click(await offer())
    expect(await within(screen.getByRole('dialog')).findByText(words)).toBeTruthy()
    expect(hub.sent).toEqual([])
    hub.answers.push({ status: 202, body: { message: message({ id: 'sent', direction: 'outbound' }) } })
    await userEvent.click(screen.getByRole('button', { name: 'Send the template' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(hub.sent.map(({ body }) => body)).toEqual([
      { notification: { name: 're_engagement', language: 'en_US', data: {} } },
    ])
  })

  test('who was asked and has not answered is not asked again for a day', async () => {
    const asked = { direction: 'outbound', notification: 're_engagement', status: 'sent' } as const
    const sentAt = new Date(Date.now() - 60_000).toISOString()
    const hub = hubWith(shown)
    hub.state.messages = [message(), message({ id: 'm2', ...asked, sentAt })]
    render(inboxServedBy(hub))
    expect(await screen.findByText(/^Asked at .*, no answer yet$/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Ask them to write again' })).toBeNull()
  })

  test('a lost answer is asked for again under the same key, a refusal is shown with its reason', async () => {
    const hub = hubWith(shown)
    render(inboxServedBy(hub))
    await userEvent.click(await offer())
    const send = await screen.findByRole('button', { name: 'Send the template' })
    await waitFor(() => expect((send as HTMLButtonElement).disabled).toBe(false))
    hub.answers.push('no answer', {
      status: 422,
      body: { error: 'Paused.', code: 'template_paused_x', action: null },
    })
    await userEvent.click(send)
    expect(await screen.findByText('The server did not answer.')).toBeTruthy()
    await userEvent.click(send)
    expect(await screen.findByText('Paused.')).toBeTruthy()
    const [first, second] = hub.sent.map(({ key }) => key)
    expect(first).toBe(second)
  })

  test('a template that is gone meanwhile cannot be sent', async () => {
    render(inboxServedBy(hubWith({ status: 200, body: { content: null } })))
    await userEvent.click(await offer())
    expect(await screen.findByText(/cannot be sent any more/)).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send the template' }).disabled).toBe(true)
  })

  test('nothing is offered where no such template may leave, nor while the window is open', async () => {
    const first = render(
      inboxServedBy(fakeHub({ conversation: conversation({ window: closed }), policy: windowClosed })),
    )
    await screen.findByRole('note')
    expect(screen.queryByRole('button', { name: 'Ask them to write again' })).toBeNull()
    first.unmount()
    render(inboxServedBy(fakeHub({ policy: { ...allowed, reengagement: null } })))
    await screen.findByRole('textbox', { name: 'Your answer' })
    expect(screen.queryByRole('button', { name: 'Ask them to write again' })).toBeNull()
  })
})
