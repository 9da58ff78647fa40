import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { fakeHub } from '../../testing/fakeHub.ts'
import { fakeUploads } from '../../testing/fakeUploads.ts'
import { checked, ok, unfit } from '../../testing/file.ts'
import { inboxServedBy, openNewTab } from '../../testing/inboxServedBy.tsx'

let uploads: ReturnType<typeof fakeUploads>
beforeEach(() => {
  openNewTab()
  uploads = fakeUploads(act)
})
afterEach(() => {
  jest.restoreAllMocks()
})

const photo = (name = 'tent.jpg') => new File(['x'.repeat(200)], name, { type: 'image/jpeg' })
const field = () => screen.findByRole('textbox', { name: 'Your answer' })
const tray = () => screen.findByRole('list', { name: 'Attached files' })
const rows = async () => within(await tray()).getAllByRole('listitem')
const row = async (name: string) => (await rows()).find((one) => one.textContent?.includes(name))!
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const pick = async (...files: File[]) => {
  await field()
  await userEvent.upload(screen.getByTestId('file-picker'), files)
}
const sent = (hub: ReturnType<typeof fakeHub>) => hub.sent.map(({ body }) => body.content)

describe('attaching', () => {
  test('from the picker, the clipboard and by dropping, several at once', async () => {
    render(inboxServedBy(fakeHub()))
    await pick(photo('a.jpg'), photo('b.jpg'))
    await userEvent.click(await field())
    fireEvent.paste(await field(), { clipboardData: { types: ['Files'], files: [photo('c.jpg')] } })
    const thread = screen.getByRole('region', { name: 'Messages' })
    const dataTransfer = { types: ['Files'], files: [photo('d.jpg')], items: [] }
    fireEvent.dragEnter(thread, { dataTransfer })
    expect(screen.getByText('Drop files to attach them for Maria Nowak')).toBeTruthy()
    fireEvent.drop(thread, { dataTransfer })
    expect(screen.queryByText(/Drop files/)).toBeNull()
    expect((await rows()).map((one) => one.textContent?.slice(0, 5))).toEqual([
      'a.jpg',
      'b.jpg',
      'c.jpg',
      'd.jpg',
    ])
    // The fourth waits for one of the others.
    expect(uploads).toHaveLength(3)
    uploads[0]!.answer(201, checked({ id: 'fa', name: 'a.jpg' }))
    await waitFor(() => expect(uploads).toHaveLength(4))
  })

  test('shows how far it is, and the address it goes to', async () => {
    render(inboxServedBy(fakeHub()))
    await pick(photo())
    const bar = await screen.findByRole('progressbar', { name: 'Upload of tent.jpg' })
    expect(bar.getAttribute('aria-valuenow')).toBe('0')
    uploads[0]!.progress(0.42)
    expect(bar.getAttribute('aria-valuenow')).toBe('42')
    expect(await tray()).toHaveProperty('textContent', expect.stringContaining('Uploading, 42%'))
    expect(Object.fromEntries(uploads[0]!.url.searchParams)).toEqual({
      channelId: 'ch1',
      fileName: 'tent.jpg',
    })
    expect(button('Send')).toHaveProperty('disabled', true)
    uploads[0]!.answer(201, checked())
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    expect(button('Send')).toHaveProperty('disabled', false)
  })

  test('can be cancelled while it runs, and taken back when it is there', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await pick(photo('a.jpg'), photo('b.jpg'))
    await userEvent.click(button('Cancel the upload of a.jpg'))
    expect(uploads[0]!.wasAborted).toBe(true)
    expect(await rows()).toHaveLength(1)
    uploads[1]!.answer(201, checked({ id: 'fb', name: 'b.jpg' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Remove b.jpg' }))
    expect(screen.queryByRole('list', { name: 'Attached files' })).toBeNull()
    expect(hub.asked.map(({ what }) => what)).toContain('DELETE /files/fb')
    await waitFor(async () => expect(document.activeElement).toBe(await field()))
  })

  test('says why it failed, and tries again where that may help', async () => {
    render(inboxServedBy(fakeHub()))
    await pick(photo('a.jpg'), photo('b.jpg'))
    uploads[0]!.loseConnection()
    expect(await within(await row('a.jpg')).findByText(/The server did not answer/)).toBeTruthy()
    uploads[1]!.answer(422, { error: 'It lies.', code: 'file_not_what_it_says' })
    const second = await row('b.jpg')
    expect(await within(second).findByText(/not what its name says/)).toBeTruthy()
    expect(within(second).queryByRole('button', { name: 'Try again' })).toBeNull()
    await userEvent.click(within(await row('a.jpg')).getByRole('button', { name: 'Try again' }))
    expect(uploads).toHaveLength(3)
  })

  test('what can be no message is not even sent to the server', async () => {
    render(inboxServedBy(fakeHub()))
    const big = photo('big.jpg')
    Object.defineProperty(big, 'size', { value: 101 * 1024 * 1024 })
    await pick(big, new File([], 'empty.jpg', { type: 'image/jpeg' }))
    expect(within(await row('big.jpg')).getByText(/larger than 100 MB/)).toBeTruthy()
    expect(within(await row('empty.jpg')).getByText(/The file is empty/)).toBeTruthy()
    expect(uploads).toHaveLength(0)
  })

  test('can be listened to before it goes out', async () => {
    jest.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})
    render(inboxServedBy(fakeHub()))
    await pick(new File(['x'], 'song.mp3', { type: 'audio/mpeg' }), photo())
    const durationMs = 8_000
    const song = { name: 'song.mp3', mimeType: 'audio/mpeg', previewUrl: null, durationMs }
    uploads[0]!.answer(201, checked(song, [ok('audio'), ok('document')]))
    await userEvent.click(await screen.findByRole('button', { name: 'Play song.mp3' }))
    expect(screen.getByRole('group', { name: 'song.mp3' }).textContent).toContain('0:08')
    expect(screen.queryByRole('button', { name: 'Play tent.jpg' })).toBeNull()
  })

  test('from a link, which the server fetches', async () => {
    const hub = fakeHub()
    hub.elsewhere['POST /files/from-link'] = { status: 201, body: checked({ name: 'price.jpg' }) }
    render(inboxServedBy(hub))
    await userEvent.click(await screen.findByRole('button', { name: 'Attach' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /From a link/ }))
    const address = screen.getByRole('textbox', { name: 'Address of the file' })
    await userEvent.type(address, 'javascript:alert(1){Enter}')
    expect(screen.getByText(/Give a whole address/)).toBeTruthy()
    await userEvent.clear(address)
    await userEvent.type(address, 'https://shop.example/price.jpg{Enter}')
    expect(await within(await tray()).findByText('price.jpg')).toBeTruthy()
    expect(hub.asked.find(({ what }) => what === 'POST /files/from-link')?.body).toEqual({
      link: 'https://shop.example/price.jpg',
      channelId: 'ch1',
    })
  })

  test('a link that gives nothing is told where it was typed', async () => {
    const hub = fakeHub()
    const refusal = { status: 422, body: { error: 'No.', code: 'link_forbidden' } }
    hub.elsewhere['POST /files/from-link'] = refusal
    render(inboxServedBy(hub))
    await userEvent.click(await screen.findByRole('button', { name: 'Attach' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: /From a link/ }))
    const address = screen.getByRole('textbox', { name: 'Address of the file' })
    await userEvent.type(address, 'http://10.0.0.1/a.jpg{Enter}')
    expect(await screen.findByText(/This address is not a public one/)).toBeTruthy()
    expect(address).toHaveProperty('value', 'http://10.0.0.1/a.jpg')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.queryByRole('list', { name: 'Attached files' })).toBeNull()
  })

  test('many are counted, followed as one, and removed at once', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await pick(...['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'].map(photo))
    expect(screen.getByText('4 files')).toBeTruthy()
    const bar = screen.getByRole('progressbar', { name: 'Upload of all files' })
    uploads[0]!.answer(201, checked({ id: 'fa', name: 'a.jpg', byteSize: 200 }))
    uploads[1]!.progress(0.5)
    await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('38'))
    await userEvent.click(button('Remove all'))
    expect(screen.queryByRole('list', { name: 'Attached files' })).toBeNull()
    expect(uploads[1]!.wasAborted).toBe(true)
    expect(hub.asked.map(({ what }) => what)).toContain('DELETE /files/fa')
    await waitFor(async () => expect(document.activeElement).toBe(await field()))
  })

  test('what is added to a full tray is brought into view', async () => {
    render(inboxServedBy(fakeHub()))
    await pick(photo('a.jpg'))
    const list = await tray()
    Object.defineProperty(list, 'scrollHeight', { value: 700 })
    await pick(photo('b.jpg'))
    expect(list.scrollTop).toBe(700)
  })

  test('when one in the middle is removed, the focus goes on to the next', async () => {
    render(inboxServedBy(fakeHub()))
    await pick(photo('a.jpg'), photo('b.jpg'), photo('c.jpg'))
    await userEvent.click(button('Cancel the upload of b.jpg'))
    await waitFor(() => expect(document.activeElement).toBe(button('Cancel the upload of c.jpg')))
  })

  test('is still there after a look at another conversation, and the page warns before it is lost', async () => {
    const begun = jest.spyOn(window, 'addEventListener')
    const ended = jest.spyOn(window, 'removeEventListener')
    render(inboxServedBy(fakeHub()))
    await pick(photo())
    const [, warn] = begun.mock.calls.find(([type]) => type === 'beforeunload')!
    const leaving = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(leaving)
    expect(leaving.defaultPrevented).toBe(true)
    window.history.replaceState(null, '', '/backend/inbox')
    fireEvent.popState(window)
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Attached files' })).toBeNull())
    window.history.replaceState(null, '', '/backend/inbox?conversation=c1')
    fireEvent.popState(window)
    expect(await rows()).toHaveLength(1)
    await userEvent.click(button('Cancel the upload of tent.jpg'))
    expect(ended).toHaveBeenLastCalledWith('beforeunload', warn)
  })
})

describe('sending', () => {
  test('one file takes the text as its caption', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await pick(photo())
    uploads[0]!.answer(201, checked())
    await userEvent.type(await field(), 'My tent')
    expect(screen.getByText('Your text is the caption of the file.')).toBeTruthy()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Attached files' })).toBeNull())
    expect(sent(hub)).toEqual([{ type: 'image', media: { fileId: 'f1' }, caption: 'My tent' }])
    expect(await field()).toHaveProperty('value', '')
    expect(hub.asked.map(({ what }) => what)).not.toContain('DELETE /files/f1')
  })

  test('of several each has its own caption, and the text goes out first', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await pick(photo('a.jpg'), photo('b.jpg'))
    uploads[0]!.answer(201, checked({ id: 'fa', name: 'a.jpg' }))
    uploads[1]!.answer(201, checked({ id: 'fb', name: 'b.jpg' }))
    await userEvent.type(await screen.findByRole('textbox', { name: 'Caption of b.jpg' }), 'Second')
    await userEvent.type(await field(), 'Look{Enter}')
    await waitFor(() => expect(hub.sent).toHaveLength(3))
    expect(sent(hub)).toEqual([
      { type: 'text', text: 'Look' },
      { type: 'image', media: { fileId: 'fa' } },
      { type: 'image', media: { fileId: 'fb' }, caption: 'Second' },
    ])
    expect(new Set(hub.sent.map(({ key }) => key)).size).toBe(3)
  })

  test('Enter in a caption sends them, as everywhere', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await pick(photo('a.jpg'), photo('b.jpg'))
    const first = checked({ id: 'fa', name: 'a.jpg' })
    uploads[0]!.answer(201, first)
    const caption = await screen.findByRole('textbox', { name: 'Caption of a.jpg' })
    await userEvent.type(caption, 'First{Enter}')
    // Not before everything is there.
    expect(hub.sent).toHaveLength(0)
    uploads[1]!.answer(201, checked({ id: 'fb', name: 'b.jpg' }))
    await waitFor(() => expect(button('Send')).toHaveProperty('disabled', false))
    await userEvent.type(caption, '{Enter}')
    await waitFor(() => expect(hub.sent).toHaveLength(2))
    expect(sent(hub)[0]).toEqual({ type: 'image', media: { fileId: 'fa' }, caption: 'First' })
  })

  test('a second click sends nothing twice, and a lost answer is asked for under the same key', async () => {
    const hub = fakeHub()
    hub.answers.push('no answer')
    render(inboxServedBy(hub))
    await pick(photo('a.jpg'), photo('b.jpg'))
    uploads[0]!.answer(201, checked({ id: 'fa', name: 'a.jpg' }))
    uploads[1]!.answer(201, checked({ id: 'fb', name: 'b.jpg' }))
    const send = await screen.findByRole('button', { name: 'Send' })
    fireEvent.click(send)
    fireEvent.click(screen.getByRole('button', { name: 'Send' }))
    // The second one might overtake the first, so it stays as well.
    expect(await within(await row('a.jpg')).findByText(/The server did not answer/)).toBeTruthy()
    expect(hub.sent).toHaveLength(1)
    await userEvent.click(button('Send'))
    await waitFor(() => expect(hub.sent).toHaveLength(3))
    expect(hub.sent[1]).toEqual(hub.sent[0])
    expect(hub.sent[2]?.key).not.toBe(hub.sent[0]?.key)
  })

  test('one that is refused stays with its reason, the others go', async () => {
    const hub = fakeHub()
    hub.answers.push({ status: 422, body: { error: 'Gone.', code: 'file_gone' } })
    render(inboxServedBy(hub))
    await pick(photo('a.jpg'), photo('b.jpg'))
    uploads[0]!.answer(201, checked({ id: 'fa', name: 'a.jpg' }))
    uploads[1]!.answer(201, checked({ id: 'fb', name: 'b.jpg' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Send' }))
    expect(await within(await row('a.jpg')).findByText(/The file is not there any more/)).toBeTruthy()
    expect(await rows()).toHaveLength(1)
    expect(sent(hub).map(({ media }) => media.fileId)).toEqual(['fa', 'fb'])
  })
})

describe('a file that does not fit', () => {
  const odd = checked({ name: 'tent.tiff', mimeType: 'image/tiff' }, [
    unfit('image', true),
    unfit('sticker', true),
    ok('document'),
  ])
  const attachOdd = async () => {
    await pick(new File(['x'], 'tent.tiff', { type: 'image/tiff' }))
    uploads[0]!.answer(201, odd)
    await screen.findByText('This kind of file cannot be sent as it is.')
  }

  test('is converted when somebody agrees, and the copy goes out', async () => {
    const hub = fakeHub()
    const copy = checked({ id: 'f2', name: 'tent.jpg' }, [ok('image'), ok('document')])
    hub.elsewhere['POST /files/f1/convert'] = { status: 201, body: copy }
    render(inboxServedBy(hub))
    await attachOdd()
    expect(button('Send')).toHaveProperty('disabled', true)
    await userEvent.click(button('Convert to JPEG'))
    await waitFor(() => expect(button('Send')).toHaveProperty('disabled', false))
    const asked = hub.asked.find(({ what }) => what === 'POST /files/f1/convert')
    expect(asked?.body).toEqual({ as: 'image', channelId: 'ch1' })
    await userEvent.click(button('Send'))
    await waitFor(() => expect(hub.sent).toHaveLength(1))
    expect(sent(hub)).toEqual([{ type: 'image', media: { fileId: 'f2' } }])
    expect(hub.asked.map(({ what }) => what)).toContain('DELETE /files/f1')
  })

  test('is converted at once where somebody chooses what takes it', async () => {
    Element.prototype.scrollIntoView = () => {}
    const hub = fakeHub()
    const sticker = checked({ id: 'f3', name: 'tent.webp' }, [ok('sticker')])
    hub.elsewhere['POST /files/f1/convert'] = { status: 201, body: sticker }
    render(inboxServedBy(hub))
    await attachOdd()
    const menu = screen.getByRole('combobox', { name: 'Send tent.tiff as' })
    expect(menu.textContent).toBe('Picture (needs to be converted)')
    act(() => menu.focus())
    await userEvent.keyboard('{Enter}')
    await screen.findByRole('option', { name: /Sticker/ })
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(button('Send')).toHaveProperty('disabled', false))
    const asked = hub.asked.find(({ what }) => what === 'POST /files/f1/convert')
    expect(asked?.body).toEqual({ as: 'sticker', channelId: 'ch1' })
  })

  test('may go out as a document instead', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await attachOdd()
    await userEvent.click(button('Send as document'))
    await userEvent.click(button('Send'))
    await waitFor(() => expect(hub.sent).toHaveLength(1))
    expect(sent(hub)).toEqual([{ type: 'document', media: { fileId: 'f1' }, filename: 'tent.tiff' }])
  })

  test('says so when the conversion does not work', async () => {
    const hub = fakeHub()
    hub.elsewhere['POST /files/f1/convert'] = {
      status: 422,
      body: { error: 'No.', code: 'conversion_failed' },
    }
    render(inboxServedBy(hub))
    await attachOdd()
    await userEvent.click(button('Convert to JPEG'))
    expect(await screen.findByText(/could not be converted/)).toBeTruthy()
    expect(button('Send as document')).toBeTruthy()
  })
})

test('the tray has no accessibility violations that a machine can find', async () => {
  render(inboxServedBy(fakeHub()))
  await pick(photo('a.jpg'), photo('b.jpg'), photo('c.jpg'))
  uploads[0]!.progress(0.5)
  uploads[1]!.answer(201, checked({ id: 'fb', name: 'b.jpg' }, [unfit('image', true), ok('document')]))
  uploads[2]!.loseConnection()
  await screen.findByRole('button', { name: 'Try again' })
  const { violations } = await axe.run(await tray(), { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})
