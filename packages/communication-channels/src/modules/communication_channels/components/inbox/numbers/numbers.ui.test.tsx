import { beforeEach, describe, expect, test } from '@jest/globals'
import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { conversation, fakeHub } from '../testing/fakeHub.ts'
import { inboxServedBy, openNewTab } from '../testing/inboxServedBy.tsx'

beforeEach(() => {
  openNewTab()
  // The list of numbers brings its chosen one into view, which this DOM cannot.
  Element.prototype.scrollIntoView = () => {}
})

const support = { ...conversation().channel, id: 'ch2', displayName: 'Support', address: '+48 22 123 45 02' }
type Opening = { contactId?: string; phone?: string; channelId?: string }

/** The fake hub with two numbers, which keeps what is asked of POST /conversations and answers in turn. */
function hubWithTwoNumbers(features?: string[]) {
  const hub = fakeHub(features ? { features } : {})
  const opened: Opening[] = []
  const refusals: { status: number; body: unknown }[] = []
  const { fetch } = hub
  hub.fetch = async (input, init = {}) => {
    const path = String(input).replace('/api/communication_channels', '').split('?')[0]
    if (path === '/channels') return Response.json({ items: [hub.state.conversation.channel, support] })
    if (path !== '/conversations' || init.method !== 'POST') return fetch(input, init)
    opened.push(JSON.parse(String(init.body)) as Opening)
    const refusal = refusals.shift()
    if (refusal) return Response.json(refusal.body, { status: refusal.status })
    return Response.json({
      conversation: conversation({ id: 'c2', channel: support }),
      policy: hub.state.policy,
    })
  }
  return { hub, opened, refusals }
}

const openedThread = () => new URLSearchParams(window.location.search).get('conversation')

describe('writing from another of the business’s numbers', () => {
  test('opens the thread that this number has with the same person', async () => {
    const { hub, opened } = hubWithTwoNumbers()
    render(inboxServedBy(hub))
    const from = await screen.findByRole('combobox', { name: 'Write from' })
    act(() => from.focus())
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('option', { name: /Support/ })
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(openedThread()).toBe('c2'))
    expect(opened).toEqual([{ contactId: 'p1', channelId: 'ch2' }])
  })

  test('is not offered to whoever may only read', async () => {
    const { hub } = hubWithTwoNumbers(['communication_channels.view'])
    render(inboxServedBy(hub))
    await screen.findByText('via Shop')
    expect(screen.queryByRole('combobox', { name: 'Write from' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'New conversation' })).toBeNull()
  })
})

describe('a new conversation', () => {
  const start = async (phone: string) => {
    await userEvent.click(await screen.findByRole('button', { name: 'New conversation' }))
    await userEvent.type(await screen.findByRole('textbox', { name: /Phone number/ }), phone)
    await userEvent.click(screen.getByRole('button', { name: 'Open conversation' }))
  }

  test('opens with a phone number, from the number that the rule gives', async () => {
    const { hub, opened } = hubWithTwoNumbers()
    const body = { defaultChannelId: 'ch2', fileRetentionDays: null }
    hub.elsewhere['GET /settings'] = { status: 200, body }
    render(inboxServedBy(hub))
    await start('+48 601 234 567')
    await waitFor(() => expect(openedThread()).toBe('c2'))
    expect(opened).toEqual([{ phone: '+48 601 234 567' }])
  })

  test.each([null, 'gone'])('without a usable default (%s) is written from the first number', async (id) => {
    const { hub, opened } = hubWithTwoNumbers()
    const body = { defaultChannelId: id, fileRetentionDays: null }
    hub.elsewhere['GET /settings'] = { status: 200, body }
    render(inboxServedBy(hub))
    await start('+48 601 234 567')
    await waitFor(() => expect(openedThread()).toBe('c2'))
    expect(opened).toEqual([{ phone: '+48 601 234 567', channelId: 'ch1' }])
  })

  test('asks for a number where the rule gives none', async () => {
    const { hub, refusals } = hubWithTwoNumbers()
    const body = { defaultChannelId: 'ch2', fileRetentionDays: null }
    hub.elsewhere['GET /settings'] = { status: 200, body }
    const error = 'There are several numbers, and none is the default.'
    refusals.push({
      status: 422,
      body: { error, code: 'choose_channel', fieldErrors: { channelId: error } },
    })
    render(inboxServedBy(hub))
    await start('+48 601 234 567')
    expect(await screen.findByText('Choose the number that writes.')).toBeTruthy()
  })

  test('says that there is no number to write from', async () => {
    const hub = fakeHub()
    const { fetch } = hub
    const body = { error: 'None.', code: 'no_channel', fieldErrors: { channelId: 'None.' } }
    hub.fetch = async (input, init = {}) => {
      const path = String(input).split('?')[0]!
      if (path.endsWith('/channels')) return Response.json({ items: [] })
      if (path.endsWith('/conversations') && init.method === 'POST')
        return Response.json(body, { status: 422 })
      return fetch(input, init)
    }
    render(inboxServedBy(hub))
    await start('+48 601 234 567')
    expect(await screen.findByText(/No number is switched on/)).toBeTruthy()
  })

  test('names the field that is wrong, and keeps what was typed', async () => {
    const { hub, refusals } = hubWithTwoNumbers()
    refusals.push({
      status: 422,
      body: { error: 'No phone number.', code: 'phone_invalid', fieldErrors: { phone: 'No phone number.' } },
    })
    render(inboxServedBy(hub))
    await start('12')
    const field = await screen.findByRole('textbox', { name: /Phone number/, description: /country code/ })
    expect(field).toHaveProperty('value', '12')
    const { violations } = await axe.run(screen.getByRole('dialog'), {
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations).toEqual([])
  })
})
