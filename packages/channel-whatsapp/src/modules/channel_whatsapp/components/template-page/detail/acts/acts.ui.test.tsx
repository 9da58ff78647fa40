import { describe, expect, test } from '@jest/globals'
import { configure, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageServedBy, refuse, type Served } from '../../testing/pageServedBy.tsx'
import { managed, row } from '../../testing/templates.ts'

// A whole page takes its time where other tests have the processor.
configure({ asyncUtilTimeout: 5000 })

function servePage(served?: Served) {
  const { page, ...api } = pageServedBy(served)
  render(page)
  return api
}

const funnel = { since: '', sent: 0, delivered: 0, read: 0, answered: 0, failed: 0 }
/** As the composer's form reads it. */
const fillable = {
  ...{ id: 't1', name: 'order_shipped', language: 'en_US', category: 'UTILITY', status: 'APPROVED' },
  ...{
    header: null,
    headerObject: null,
    body: 'Hi {{1}}',
    components: [{ type: 'BODY', text: 'Hi {{1}}!' }],
    footer: null,
    buttons: [],
    cards: [],
    offer: null,
  },
  parameters: [{ component: 'body', key: '1', example: 'Maria' }],
  ...{ needs: [], isSendableHere: true, mapping: {} },
}

async function open(known = managed(), answers = {}, features?: string[]) {
  const page = servePage({
    address: '?template=t1',
    ...(features ? { features } : {}),
    answers: {
      'GET /templates/managed/t1': known,
      'GET /templates/managed/t1/funnel': funnel,
      'GET /templates/managed': {
        items: [row(), row({ id: 't2', language: 'pl' })],
        nextCursor: null,
        total: 2,
      },
      'GET /templates': { items: [fillable] },
      'POST /templates/managed/t1/actions': {},
      ...answers,
    },
  })
  await screen.findByRole('heading', { name: 'Order shipped' })
  return page
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const agree = async (name: string) =>
  userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name }))

describe('deleting a template', () => {
  test('names the 30 days that its name is blocked and what uses it, and deletes this language', async () => {
    const known = managed({ usedBy: { queued: 2, scheduled: 0, notifications: [] } })
    let isGone = false
    const { calls } = await open(known, {
      'GET /templates/managed/t1': () => (isGone ? refuse(404) : known),
      'POST /templates/managed/t1/actions': () => {
        isGone = true
        return {}
      },
    })
    await press('Delete')
    const dialog = within(await screen.findByRole('alertdialog'))
    expect(dialog.getByText(/being used again for 30 days/)).toBeTruthy()
    expect(dialog.getByText('Messages waiting to leave: 2')).toBeTruthy()
    expect(await dialog.findByLabelText('Only this language: American English')).toHaveProperty(
      'checked',
      true,
    )
    await press('Delete the template')
    expect(await screen.findByText('The template is deleted.')).toBeTruthy()
    expect(calls).toEqual([{ what: 'POST /templates/managed/t1/actions', body: { action: 'delete' } }])
    await waitFor(() => expect(window.location.search).toBe(''))
    expect(screen.queryByText('This template is gone')).toBeNull()
  })

  test('takes all its languages where that is chosen', async () => {
    const { calls } = await open()
    await press('Delete')
    await userEvent.click(await screen.findByLabelText(/^All its languages: .*Polish/))
    await press('Delete the template')
    await waitFor(() => expect(calls[0]?.body).toEqual({ action: 'delete_all_languages' }))
  })

  test('blocks no name that Meta never approved', async () => {
    await open(managed({ template: { status: 'REJECTED' } }))
    await press('Delete')
    expect(within(await screen.findByRole('alertdialog')).queryByText(/30 days/)).toBeNull()
  })

  test('is not offered where Meta does not let it', async () => {
    await open(managed({ edit: { ...managed().edit, canDelete: false } }))
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull()
  })
})

describe('what is done with a template', () => {
  test.each([
    ['Archive', { canArchive: true }, 'archive', 'The template is archived.'],
    ['Take out of the archive', { canUnarchive: true }, 'unarchive', 'The template is out of the archive.'],
    ['Release it now', { canUnpause: true }, 'unpause', 'The template may be sent again.'],
  ])('%s', async (name, allowed, action, told) => {
    const { calls } = await open(managed({ edit: { ...managed().edit, ...allowed } }))
    await press(name)
    if (action === 'archive') await agree('Archive')
    expect(await screen.findByText(told)).toBeTruthy()
    expect(calls[0]?.body).toEqual({ action })
  })

  test('is told where Meta refuses it', async () => {
    const refusal = refuse(422, { error: 'Not now.', action: 'Try later.', detail: 'Nope' })
    await open(managed(), { 'POST /templates/managed/t1/actions': refusal })
    await press('Archive')
    await agree('Archive')
    expect(await screen.findByText('Not now. Try later. Meta says: Nope')).toBeTruthy()
  })

  test('an edit opens in the editor, one that was begun where it was left', async () => {
    await open(managed({ template: { draftId: 'd7' } }))
    await press('Go on editing')
    expect(window.location.search).toContain('compose=k1&draft=d7&of=t1')
  })

  test('a copy is written under another name', async () => {
    await open()
    await press('Duplicate')
    expect(await screen.findByDisplayValue('order_shipped_copy')).toBeTruthy()
  })

  test('a translation begins in a language that is not there yet', async () => {
    await open()
    await press('Translate')
    const dialog = within(await screen.findByRole('dialog', { name: 'Translate the template' }))
    expect(await dialog.findByText(/There already: American English and Polish/)).toBeTruthy()
    expect(dialog.getByRole('button', { name: 'Begin the translation' })).toHaveProperty('disabled', true)
  })

  test('nothing is offered to who may only look', async () => {
    await open(managed(), {}, ['channel_whatsapp.view'])
    for (const name of ['Edit', 'Delete', 'Duplicate', 'Translate', 'Send a test', 'Archive'])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })
})

describe('a test', () => {
  const send = () => press('Send the test')

  test('goes to the number that is given, with the examples where these are wanted', async () => {
    const sent = { messageId: 'm1', conversationId: 'c1' }
    const { calls } = await open(managed(), { 'POST /templates/managed/t1/test': sent })
    await press('Send a test')
    expect(await screen.findByText(/Hi \[…\]!/)).toBeTruthy()
    await press('Fill in the examples')
    expect(screen.getByText(/Hi Maria!/)).toBeTruthy()
    await send()
    expect(await screen.findByText('Enter the number that gets the test.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText(/To the number/))
    await userEvent.type(screen.getByLabelText(/To the number/), '+48601234567')
    await send()
    expect(await screen.findByText('The test is on its way to +48601234567')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open the inbox' }).getAttribute('href')).toContain(
      'conversation=c1',
    )
    expect(calls[0]?.body).toEqual({
      channelId: 'ch1',
      to: '+48601234567',
      parameters: { body: { '1': 'Maria' } },
    })
  })

  test('that is refused says why, at the number where it is about that', async () => {
    const refusal = refuse(422, { error: 'That is no number.', fieldErrors: { to: 'Too short.' } })
    await open(managed(), { 'POST /templates/managed/t1/test': refusal })
    await press('Send a test')
    await press('Fill in the examples')
    await userEvent.type(screen.getByLabelText(/To the number/), '12')
    await send()
    await waitFor(() =>
      expect(screen.getByLabelText(/To the number/).getAttribute('aria-invalid')).toBe('true'),
    )
    expect(screen.getByRole('alert').textContent).toContain('That is no number.')
    await press('Fill in the examples')
    expect(screen.queryByText(/That is no number/)).toBeNull()
  })

  test('that the policy refuses leads to the conversation in which consent is recorded', async () => {
    const refusal = refuse(422, { error: 'Maria did not agree.', conversationId: 'c1' })
    await open(managed(), { 'POST /templates/managed/t1/test': refusal })
    await press('Send a test')
    await press('Fill in the examples')
    await userEvent.type(screen.getByLabelText(/To the number/), '+48601234567')
    await send()
    const alert = within(await screen.findByRole('alert'))
    expect(alert.getByText(/Maria did not agree/)).toBeTruthy()
    expect(alert.getByRole('link', { name: 'Open the conversation' }).getAttribute('href')).toBe(
      '/backend/inbox?conversation=c1',
    )
  })

  test('is offered only for what is approved', async () => {
    await open(managed({ template: { status: 'PAUSED' } }))
    expect(screen.queryByRole('button', { name: 'Send a test' })).toBeNull()
  })
})
