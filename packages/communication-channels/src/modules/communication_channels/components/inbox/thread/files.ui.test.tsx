import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import type { FileView } from '../model/file.ts'
import type { Message, MessageContent } from '../model/message.ts'
import { fakeHub, message } from '../testing/fakeHub.ts'
import { file } from '../testing/file.ts'
import { inboxServedBy, openNewTab } from '../testing/inboxServedBy.tsx'

beforeEach(() => {
  openNewTab()
  jest.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})
afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

const thread = () => screen.findByRole('region', { name: 'Messages' })
const withFile = (content: object, change: Partial<FileView> = {}, about: Partial<Message> = {}) => {
  const shown = file(change)
  const media = { fileId: shown.id }
  return message({
    id: `m-${shown.id}`,
    content: { media, ...content } as MessageContent,
    files: [shown],
    ...about,
  })
}
const open = (messages: Message[]) => {
  const hub = fakeHub({ messages })
  render(inboxServedBy(hub))
  return hub
}
const pictures = ['a', 'b', 'c'].map((id) =>
  withFile({ type: 'image', caption: `Tent ${id}` }, { id, url: `/files/${id}/content` }),
)
const openPicture = async (caption: string) =>
  userEvent.click(await screen.findByRole('button', { name: new RegExp(`^Open: .*${caption}$`) }))
const shown = () => within(screen.getByRole('dialog')).getByRole('img')

describe('a file in the thread', () => {
  test('a picture keeps its room before it is there', async () => {
    open([pictures[0]!])
    const picture = await screen.findByRole('button', { name: 'Open: Picture from Maria Nowak: Tent a' })
    expect(picture.style).toMatchObject({ width: '320px' })
    expect(Number.parseFloat(picture.style.aspectRatio)).toBeCloseTo(4 / 3)
    expect(picture.querySelector('img')?.getAttribute('src')).toBe('/files/f1/content?variant=preview')
  })

  test('a document shows its name, kind and size, and is downloaded', async () => {
    const name = 'فاتورة 2026.pdf'
    open([
      withFile({ type: 'document', filename: name }, { name, mimeType: 'application/pdf', byteSize: 82_400 }),
    ])
    const link = await screen.findByRole('link', { name: /Download.*فاتورة/ })
    expect(link.getAttribute('href')).toBe('/files/f1/content?download=1')
    expect(link.querySelector('bdi')?.textContent).toBe(name)
    expect(link.textContent).toContain('PDF · 82.4 kB')
  })

  test('a document that pretends is shown by our name of it, and a program is called one', async () => {
    const [filename, name] = ['../../etc/invoice\u202Efdp.exe', 'invoicefdp.exe']
    open([withFile({ type: 'document', filename }, { name, mimeType: 'application/x-msdownload' })])
    const link = await screen.findByRole('link', { name: /Download invoicefdp\.exe/ })
    expect([link.getAttribute('download'), link.getAttribute('title')]).toEqual([name, name])
    expect((await thread()).textContent).not.toContain('etc')
    expect(screen.getByText('This is a program. Open it only if you expect it.')).toBeTruthy()
  })

  test('a film is fetched only when somebody wants to see it', async () => {
    open([withFile({ type: 'video' }, { mimeType: 'video/mp4', playableUrl: '/files/f1/playable' })])
    const film = (await thread()).querySelector('video')!
    expect([film.preload, film.controls, film.getAttribute('src')]).toEqual([
      'none',
      true,
      '/files/f1/playable',
    ])
    expect(film.poster).toContain('variant=preview')
  })

  test('a voice note has a player, and says where no playable copy could be made', async () => {
    const sound = { mimeType: 'audio/amr', durationMs: 4_000, hint: 'no_rendition' as const }
    open([withFile({ type: 'audio', isVoice: true }, sound)])
    const player = await screen.findByRole('group', { name: 'Voice message' })
    expect(player.textContent).toContain('0:04')
    expect(player.textContent).toContain('No playable copy could be made')
  })

  test('a sticker stands without a bubble', async () => {
    open([withFile({ type: 'sticker' }, { mimeType: 'image/webp', isAnimated: true })])
    const sticker = await screen.findByRole('img', { name: 'Animated sticker' })
    expect(sticker.closest('li')?.querySelector('.bg-card.shadow-xs')).toBeNull()
  })

  test('the header of a template shows its picture', async () => {
    const headerObject = { type: 'image', media: { fileId: 'f1' } }
    const rendered = { body: 'Sale', buttons: [] }
    const content = { type: 'template', name: 'sale', language: 'en', parameters: { headerObject }, rendered }
    open([
      message({
        content: content as unknown as MessageContent,
        direction: 'outbound',
        status: 'read',
        files: [file()],
      }),
    ])
    expect(await screen.findByRole('button', { name: 'Open: Picture from We' })).toBeTruthy()
  })

  test('one that leaves says that it is being sent', async () => {
    open([withFile({ type: 'image' }, {}, { direction: 'outbound', status: 'sending' })])
    expect(await within(await thread()).findByText('sending the file…')).toBeTruthy()
  })
})

describe('a file that is not there', () => {
  test.each<[string, Partial<FileView>, string | RegExp]>([
    ['is on its way', { state: 'waiting' }, 'Fetching the file…'],
    ['is tried again', { state: 'waiting', isRetrying: true }, 'Not there yet. Trying again…'],
    ['was deleted', { state: 'removed' }, 'Deleted. Files from customers are kept here for 30 days.'],
    ['has no preview', { previewUrl: null, mimeType: 'image/tiff', hint: 'no_preview' }, /no preview/],
  ])('%s', async (_name, change, words) => {
    const hub = fakeHub({ messages: [withFile({ type: 'image' }, change)] })
    const settings = { defaultChannelId: null, fileRetentionDays: 30 }
    hub.elsewhere['GET /settings'] = { status: 200, body: settings }
    render(inboxServedBy(hub))
    expect(await within(await thread()).findByText(words)).toBeTruthy()
  })

  test('failed, says why, and is asked for again', async () => {
    const error = { code: 'timed_out', message: 'Sentence of the server.', action: null }
    const hub = open([withFile({ type: 'document', filename: 'a.pdf' }, { state: 'failed', error })])
    const waiting = { file: file({ state: 'waiting', isRetrying: true }) }
    hub.elsewhere['POST /files/f1/retry'] = { status: 200, body: waiting }
    expect(await screen.findByText(/It did not come in time/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Not there yet. Trying again…')).toBeTruthy()
    expect(screen.getByText(/^Asked for again at \d/)).toBeTruthy()
  })

  test('says why it is not there yet, and that it was asked for again', async () => {
    const error = { code: 'demo_gone', message: 'It is gone.', action: 'Ask the customer to send it again.' }
    const change = { state: 'waiting', isRetrying: true, error } as const
    const hub = open([withFile({ type: 'image' }, change)])
    hub.elsewhere['POST /files/f1/retry'] = { status: 200, body: { file: file(change) } }
    expect(await screen.findByText('It is gone. Ask the customer to send it again.')).toBeTruthy()
    expect(screen.queryByText(/Asked for again/)).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/^Asked for again at \d/)).toBeTruthy()
  })

  test('its format is called as people call it', async () => {
    const media = { fileId: 'f1', mimeType: 'audio/mpeg' }
    open([withFile({ type: 'audio', media }, { state: 'failed', name: null, mimeType: 'audio/mpeg' })])
    expect((await screen.findByText('MP3')).textContent).toBe('MP3')
  })
})

describe('an album', () => {
  const album = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
    withFile({ type: 'image' }, { id, url: `/files/${id}/content` }),
  )

  test('shows four pictures small, counts the rest and opens all of them', async () => {
    open(album)
    const more = await screen.findByRole('button', { name: /More pictures: 2$/ })
    expect(more.textContent).toBe('+2')
    expect(screen.getAllByRole('button', { name: /^Open: Picture from Maria Nowak/ })).toHaveLength(4)
    await userEvent.click(more)
    expect(screen.getByText('4 of 6')).toBeTruthy()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(shown().getAttribute('src')).toBe('/files/f/content')
  })

  test('is taken apart, so that one picture can be answered', async () => {
    open(album.slice(0, 3))
    const menu = { name: 'What to do with this message' }
    const apart = await screen.findByRole('button', { name: 'Show one by one' })
    expect(screen.queryByRole('button', menu)).toBeNull()
    await userEvent.click(apart)
    expect(screen.getAllByRole('button', menu)).toHaveLength(3)
    expect(document.activeElement?.id).toBe('message-m-a')
  })

  test('has no accessibility violations that a machine can find', async () => {
    open(album)
    await screen.findByRole('button', { name: 'Show one by one' })
    const { violations } = await axe.run(await thread(), { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
})

describe('the picture viewer', () => {
  test('opens at the picture, is walked by arrows and gives the focus back', async () => {
    open(pictures)
    await openPicture('Tent b')
    expect(shown().getAttribute('alt')).toBe('Picture from Maria Nowak: Tent b')
    expect(screen.getByText('2 of 3')).toBeTruthy()
    await userEvent.keyboard('{ArrowRight}')
    expect(shown().getAttribute('src')).toBe('/files/c/content')
    await userEvent.keyboard('{ArrowRight}')
    expect(shown().getAttribute('src')).toBe('/files/c/content')
    await userEvent.keyboard('{Home}')
    expect(shown().getAttribute('src')).toBe('/files/a/content')
    expect(screen.getByRole('link', { name: 'Download' }).getAttribute('href')).toBe(
      '/files/a/content?download=1',
    )
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement?.getAttribute('aria-label')).toContain('Tent b')
  })

  test('keeps the focus while it is open', async () => {
    open(pictures)
    await openPicture('Tent a')
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await userEvent.tab()
      expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true)
    }
  })

  test('is zoomed by buttons and keys, and the next picture starts anew', async () => {
    open(pictures)
    await openPicture('Tent a')
    const room = () => shown().parentElement?.style.width
    await userEvent.click(screen.getByRole('button', { name: 'Larger' }))
    await userEvent.keyboard('+')
    expect(room()).toBe('200%')
    await userEvent.keyboard('-')
    expect(room()).toBe('150%')
    // Now the arrows move the picture.
    const scrollBy = jest.fn()
    Object.assign(HTMLElement.prototype, { scrollBy })
    await userEvent.keyboard('{ArrowRight}{ArrowUp}')
    expect(scrollBy.mock.calls).toEqual([
      [80, 0],
      [0, -80],
    ])
    expect(shown().getAttribute('src')).toBe('/files/a/content')
    await userEvent.click(screen.getByRole('button', { name: 'Next picture' }))
    expect(room()).toBe('100%')
  })
})

test('files and the viewer have no accessibility violations that a machine can find', async () => {
  open([
    ...pictures,
    withFile({ type: 'video' }, { id: 'd', mimeType: 'video/mp4' }),
    withFile({ type: 'audio', isVoice: true }, { id: 'e', mimeType: 'audio/ogg' }),
    withFile({ type: 'document' }, { id: 'f', mimeType: 'application/pdf' }),
    withFile({ type: 'sticker' }, { id: 'g', mimeType: 'image/webp' }),
    withFile({ type: 'image' }, { id: 'h', state: 'failed' }),
  ])
  await screen.findByRole('button', { name: 'Try again' })
  const check = async (part: Element) => {
    const { violations } = await axe.run(part, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  }
  await check(await thread())
  await openPicture('Tent b')
  await check(screen.getByRole('dialog'))
})
