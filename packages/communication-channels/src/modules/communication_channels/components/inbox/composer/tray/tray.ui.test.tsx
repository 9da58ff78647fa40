import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { fakeHub } from '../../testing/fakeHub.ts'
import { fakeUploads } from '../../testing/fakeUploads.ts'
import { checked, ok, unfit } from '../../testing/file.ts'
import { inboxServedBy, openNewTab } from '../../testing/inboxServedBy.tsx'
import { photo, trayOn } from '../../testing/trayOn.ts'

const { button, field, pick, row, rows, tray } = trayOn({ screen, within, userEvent })

let uploads: ReturnType<typeof fakeUploads>
beforeEach(() => {
  openNewTab()
  uploads = fakeUploads(act)
})
afterEach(() => {
  jest.restoreAllMocks()
})

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
