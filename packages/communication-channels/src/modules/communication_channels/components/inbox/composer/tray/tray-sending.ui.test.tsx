import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { fakeHub } from '../../testing/fakeHub.ts'
import { fakeUploads } from '../../testing/fakeUploads.ts'
import { checked, ok, unfit } from '../../testing/file.ts'
import { inboxServedBy, openNewTab } from '../../testing/inboxServedBy.tsx'
import { photo, sent, trayOn } from '../../testing/trayOn.ts'

const { button, field, pick, row, rows } = trayOn({ screen, within, userEvent })

let uploads: ReturnType<typeof fakeUploads>
beforeEach(() => {
  openNewTab()
  uploads = fakeUploads(act)
})
afterEach(() => {
  jest.restoreAllMocks()
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
