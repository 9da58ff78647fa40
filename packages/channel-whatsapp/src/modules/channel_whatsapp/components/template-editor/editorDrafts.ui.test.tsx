import { expect, jest, test } from '@jest/globals'
import { fakeUploads } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/testing/fakeUploads'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { editorWith, fine, lastSaved, limits } from './testing/editorWith.tsx'

const { showEditor, theBody, press, soon, write, choose } = editorWith({
  spy: () => jest.fn(),
  render,
  screen,
  userEvent,
  waitFor,
})

const close = () => userEvent.keyboard('{Escape}')
const changed = { status: 409, body: { error: 'Changed.', code: 'draft_changed' } }
const theirs = {
  body: { draft: { id: 'd1', connectionId: 'k1', templateId: null, updatedAt: 't9', edit: null } },
}
const theirDraft = (text: string) => ({
  body: { draft: { ...theirs.body.draft, definition: { ...fine, components: [{ type: 'BODY', text }] } } },
})

test('whoever leaves at once loses nothing', async () => {
  const { calls, onClose } = showEditor()
  await write(await theBody(), 'Hello')
  await close()
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(lastSaved(calls).components).toEqual([{ type: 'BODY', text: 'Hello' }])
})

test('whoever writes nothing leaves no draft behind', async () => {
  const { calls, onClose } = showEditor()
  await theBody()
  await close()
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(calls).toEqual([])
})

test('what cannot be saved is said, and asked about before it is lost', async () => {
  const { onClose } = showEditor({ answers: { 'POST /templates/drafts': { status: 500, body: {} } } })
  await write(await theBody(), 'Hello')
  await soon(() => expect(screen.getByText('Could not be saved')).toBeTruthy())
  await close()
  const question = await screen.findByRole('alertdialog')
  await userEvent.click(within(question).getByRole('button', { name: 'Stay' }))
  expect(onClose).not.toHaveBeenCalled()
  await close()
  await userEvent.click(await screen.findByRole('button', { name: 'Leave' }))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
})

test('why it cannot be saved is said with it', async () => {
  const problem = { error: 'The server rests.', code: 'no_such_code', action: 'Wait.' }
  showEditor({ answers: { 'POST /templates/drafts': { status: 503, body: problem } } })
  await write(await theBody(), 'Hello')
  const said = await soon(() => screen.getByText('Could not be saved. The server rests. Wait.'))
  expect(said.getAttribute('role')).toBe('status')
})

test('the browser asks before the page is closed with something unsaved', async () => {
  const isAsked = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  showEditor()
  await write(await theBody(), 'Hello')
  expect(isAsked()).toBe(true)
  await soon(() => screen.getByText('Saved as a draft'))
  expect(isAsked()).toBe(false)
})

test('that it is saved is read out once, not with every word', async () => {
  const { calls } = showEditor()
  const body = await theBody()
  await write(body, 'Hello')
  expect((await soon(() => screen.getByText('Saved as a draft'))).getAttribute('role')).toBe('status')
  await write(body, ' again')
  await soon(() => {
    expect(calls).toHaveLength(2)
    expect(screen.getByText('Saved as a draft').getAttribute('role')).toBeNull()
  })
})

test('a choice about a conflict that cannot be carried out stays open', async () => {
  showEditor({
    draftId: 'd1',
    answers: {
      'GET /templates/drafts/d1': [theirDraft('Hello'), { status: 500, body: {} }],
      'PUT /templates/drafts/d1': changed,
    },
  })
  await write(await theBody(), ' from me')
  await soon(() => screen.getByRole('button', { name: 'Load theirs' }))
  await press('Load theirs')
  await write(await theBody(), ', still')
  expect(screen.getByText('Somebody else changed this draft')).toBeTruthy()
  expect((await theBody()).value).toBe('Hello from me, still')
})

test.each([
  ['theirs is loaded', 'Load theirs', 'From Jan', []],
  ['mine is kept', 'Keep mine', 'Hello from me', ['t9']],
])('a draft that somebody else changed is a choice: %s', async (_, choice, text, savedOn) => {
  const { calls } = showEditor({
    draftId: 'd1',
    answers: {
      'GET /templates/drafts/d1': [theirDraft('Hello'), theirDraft('From Jan')],
      'PUT /templates/drafts/d1': [changed, theirDraft('Hello from me')],
    },
  })
  await write(await theBody(), ' from me')
  await soon(() => screen.getByRole('button', { name: choice }))
  await press(choice)
  await waitFor(() => expect(screen.queryByText('Somebody else changed this draft')).toBeNull())
  expect((await theBody()).value).toBe(text)
  expect(calls.slice(1).map(({ body }) => body.updatedAt)).toEqual(savedOn)
})

test('a draft is deleted after asking only', async () => {
  const { calls, onClose } = showEditor({ draftId: 'd1' })
  await press('Delete draft')
  const question = await screen.findByRole('alertdialog')
  expect(calls).toEqual([])
  await userEvent.click(within(question).getByRole('button', { name: 'Delete draft' }))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(calls.map(({ what }) => what)).toEqual(['DELETE /templates/drafts/d1'])
})

test('a sample goes up with its progress, and its handle into the draft', async () => {
  const uploads = fakeUploads(act)
  const { calls } = showEditor({ initial: fine })
  await choose('Kind of header', 'Picture')
  const photo = new File(['x'], 'tent.jpg', { type: 'image/jpeg' })
  await userEvent.upload(screen.getByLabelText('Choose a picture', { selector: 'input' }), photo)
  uploads[0]!.progress(0.5)
  expect(screen.getByText('Uploading, 50%')).toBeTruthy()
  expect(Object.fromEntries(uploads[0]!.url.searchParams)).toEqual({ connectionId: 'k1', kind: 'image' })
  uploads[0]!.answer(201, { handle: '4::tent', previewUrl: null })
  await soon(() =>
    expect(lastSaved(calls).components[0]).toEqual({
      type: 'HEADER',
      format: 'IMAGE',
      example: { header_handle: ['4::tent'] },
    }),
  )
  await waitFor(() => expect(document.querySelector('img')?.src).toBe('blob:here'))
})

test('a template goes to Meta after a last look, and the page learns of it', async () => {
  const template = { id: 't1', status: 'PENDING', category: 'UTILITY' }
  const { calls, onSubmitted } = showEditor({
    initial: fine,
    answers: { 'POST /templates/drafts/d1/submit': { body: { template } } },
  })
  await press('Submit')
  const look = await screen.findByRole('dialog', { name: 'Submit to Meta?' })
  expect(look.textContent).toMatch(/order_shipped.*English.*Orders and appointments/)
  await userEvent.click(within(look).getByRole('button', { name: 'Submit to Meta' }))
  await waitFor(() => expect(onSubmitted).toHaveBeenCalledWith(template))
  expect(calls.map(({ what }) => what)).toEqual([
    'POST /templates/drafts',
    'POST /templates/drafts/d1/submit',
  ])
})

test('an edit says its limits first, keeps the name, and shows what changes', async () => {
  const draft = { ...theirs.body.draft, templateId: 't1', definition: fine, edit: limits }
  const managed = { template: { ...fine, id: 't1', status: 'APPROVED', ttlSeconds: null }, edit: limits }
  showEditor({
    template: { id: 't1' },
    answers: {
      'POST /templates/drafts': { status: 201, body: { draft } },
      'GET /templates/managed/t1': { body: managed },
    },
  })
  const body = await theBody()
  expect(screen.getByText(/Edits left in 30 days: 9\./)).toBeTruthy()
  expect(screen.getByLabelText(/^Name/)).toHaveProperty('disabled', true)
  expect(screen.getByRole('combobox', { name: 'What it is for' })).toHaveProperty('disabled', true)
  await userEvent.clear(body)
  await write(body, 'Hello {{1}}, your order {{2}} is on its way and will be with you soon.')
  await press('Submit')
  const changes = await screen.findByRole('list', { name: 'What changes' })
  expect(changes.textContent).toMatch(/^Text · Words · changed/)
  const wordsIn = (tag: string) => [...changes.querySelectorAll(tag)].map((one) => one.textContent).join(' ')
  expect(wordsIn('del')).toContain('warehouse')
  expect(wordsIn('ins')).toContain('way')
})

test.each([
  ['opened and not touched leaves no draft behind', fine, ['DELETE /templates/drafts/d1']],
  ['somebody had begun before is kept', { ...fine, ttlSeconds: 60 }, []],
])('an edit that was %s', async (_, definition, then) => {
  const draft = { ...theirs.body.draft, templateId: 't1', definition, edit: limits }
  const managed = { template: { ...fine, id: 't1', status: 'APPROVED', ttlSeconds: null }, edit: limits }
  const { calls, onClose } = showEditor({
    template: { id: 't1' },
    answers: {
      'POST /templates/drafts': { status: 201, body: { draft } },
      'GET /templates/managed/t1': { body: managed },
    },
  })
  await theBody()
  await close()
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(calls.map(({ what }) => what)).toEqual(['POST /templates/drafts', ...then])
})

test('an edit of what Meta rejected says why, in Meta’s words where it gave some', async () => {
  const draft = { ...theirs.body.draft, templateId: 't1', definition: fine, edit: limits }
  const template = { ...fine, id: 't1', status: 'REJECTED', rejectedReason: 'SCAM', ttlSeconds: null }
  const history = [{ event: 'REJECTED', description: 'It promises money.', recommendation: 'Take that out.' }]
  showEditor({
    template: { id: 't1' },
    answers: {
      'POST /templates/drafts': { status: 201, body: { draft } },
      'GET /templates/managed/t1': { body: { template, edit: limits, history } },
    },
  })
  const note = (await screen.findByText('Meta rejected it')).closest('[role=alert]')
  expect(note?.textContent).toMatch(/fraud.*Meta says: It promises money\. Meta says: Take that out\./)
})
