import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { fakeHub } from '../../testing/fakeHub.ts'
import { fakeUploads } from '../../testing/fakeUploads.ts'
import { checked, ok, unfit } from '../../testing/file.ts'
import { inboxServedBy, openNewTab } from '../../testing/inboxServedBy.tsx'

let uploads: ReturnType<typeof fakeUploads>
let stopped: number
const asked = jest.fn<(constraints: MediaStreamConstraints) => Promise<unknown>>()

class FakeRecorder {
  static isTypeSupported = (type: string) => type.startsWith('audio/webm')
  ondataavailable: ((event: { data: Blob }) => void) | null = null
  onstop: (() => void) | null = null
  start() {}
  pause() {}
  resume() {}
  stop() {
    this.ondataavailable?.({ data: new Blob(['said']) })
    this.onstop?.()
  }
}

const offer = (devices: unknown, isSecure = true) => {
  Object.defineProperty(navigator, 'mediaDevices', { value: devices, configurable: true })
  Object.defineProperty(window, 'isSecureContext', { value: isSecure, configurable: true })
}

beforeEach(() => {
  openNewTab()
  uploads = fakeUploads(act)
  stopped = 0
  const track = {
    stop() {
      stopped += 1
    },
  }
  asked.mockReset()
  asked.mockResolvedValue({ getTracks: () => [track] })
  Object.assign(globalThis, { MediaRecorder: FakeRecorder })
  offer({ getUserMedia: asked })
  jest.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})
afterEach(() => {
  cleanup()
  jest.restoreAllMocks()
})

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const record = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Record a voice message' }))
const voiceNote = checked({ id: 'v1', name: 'voice.ogg', mimeType: 'audio/ogg' }, [ok('voice'), ok('audio')])
const webm = checked({ id: 'w1', name: 'voice.webm', mimeType: 'audio/webm' }, [
  unfit('voice', true),
  ok('document'),
])

describe('a voice note', () => {
  test('asks for the microphone only when it is wanted, in one channel', async () => {
    render(inboxServedBy(fakeHub()))
    await screen.findByRole('button', { name: 'Record a voice message' })
    expect(asked).not.toHaveBeenCalled()
    await record()
    expect(await screen.findByRole('timer')).toBeTruthy()
    expect(asked.mock.calls[0]?.[0]).toMatchObject({ audio: { channelCount: 1 } })
  })

  test('is listened to, converted where it has to be, and sent as one', async () => {
    const hub = fakeHub()
    hub.elsewhere['POST /files/w1/convert'] = { status: 201, body: voiceNote }
    render(inboxServedBy(hub))
    await record()
    await press('Stop and listen')
    expect(await screen.findByRole('group', { name: 'Your recording' })).toBeTruthy()
    expect(stopped).toBe(1)
    await press('Send the voice message')
    expect(uploads[0]!.url.searchParams.get('fileName')).toBe('voice.webm')
    uploads[0]!.answer(201, webm)
    await waitFor(() => expect(hub.sent).toHaveLength(1))
    expect(hub.sent[0]?.body.content).toEqual({ type: 'audio', media: { fileId: 'v1' }, isVoice: true })
    expect(hub.asked.find(({ what }) => what.endsWith('/convert'))?.body).toEqual({
      as: 'voice',
      channelId: 'ch1',
    })
  })

  test('does not keep back what is written while it is uploaded', async () => {
    const hub = fakeHub()
    render(inboxServedBy(hub))
    await record()
    await press('Send the voice message')
    await waitFor(() => expect(uploads).toHaveLength(1))
    await userEvent.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Listen{Enter}')
    await waitFor(() => expect(hub.sent).toHaveLength(1))
    expect(hub.sent[0]?.body.content).toEqual({ type: 'text', text: 'Listen' })
  })

  test('that cannot be converted waits, with what else can be done', async () => {
    const hub = fakeHub()
    const no = { error: 'No ffmpeg.', code: 'conversion_unavailable' }
    hub.elsewhere['POST /files/w1/convert'] = { status: 422, body: no }
    render(inboxServedBy(hub))
    await record()
    await press('Send the voice message')
    await waitFor(() => expect(uploads).toHaveLength(1))
    uploads[0]!.answer(201, webm)
    expect(await screen.findByText(/cannot be converted on this server/)).toBeTruthy()
    expect(hub.sent).toHaveLength(0)
    expect(screen.getByRole('button', { name: 'Send as document' })).toBeTruthy()
  })

  test('leaves nothing behind when it is discarded', async () => {
    render(inboxServedBy(fakeHub()))
    await record()
    await press('Discard the recording')
    expect(stopped).toBe(1)
    expect(uploads).toHaveLength(0)
    await waitFor(async () =>
      expect(document.activeElement).toBe(await screen.findByRole('textbox', { name: 'Your answer' })),
    )
  })

  test('that is interrupted by another conversation comes back as one among the attached files', async () => {
    const hub = fakeHub()
    hub.elsewhere['POST /files/w1/convert'] = { status: 201, body: voiceNote }
    render(inboxServedBy(hub))
    await record()
    window.history.replaceState(null, '', '/backend/inbox')
    act(() => void window.dispatchEvent(new Event('popstate')))
    window.history.replaceState(null, '', '/backend/inbox?conversation=c1')
    act(() => void window.dispatchEvent(new Event('popstate')))
    const tray = await screen.findByRole('list', { name: 'Attached files' })
    expect(within(tray).getByText('Voice message')).toBeTruthy()
    expect(stopped).toBe(1)
    expect(tray.textContent).not.toMatch(/webm/i)
    uploads[0]!.answer(201, webm)
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', false),
    )
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(hub.sent).toHaveLength(0)
    await press('Send')
    await waitFor(() => expect(hub.sent).toHaveLength(1))
    expect(hub.sent[0]?.body.content).toEqual({ type: 'audio', media: { fileId: 'v1' }, isVoice: true })
  })

  test('ends at Escape and can be listened to', async () => {
    render(inboxServedBy(fakeHub()))
    await record()
    await screen.findByRole('timer')
    await userEvent.keyboard('{Escape}')
    expect(await screen.findByRole('group', { name: 'Your recording' })).toBeTruthy()
    expect(stopped).toBe(1)
  })
})

describe('where nothing can be recorded it says why', () => {
  test.each([
    ['NotAllowedError', /Allow it for this page/],
    ['NotFoundError', /No microphone was found/],
    ['NotReadableError', /used by another program/],
    ['OtherError', /could not be started/],
  ])('%s', async (name, words) => {
    asked.mockRejectedValue(Object.assign(new Error(name), { name }))
    render(inboxServedBy(fakeHub()))
    await record()
    expect((await screen.findByText(words)).closest('[role=alert]')).toBeTruthy()
    await press('Close')
    expect(await screen.findByRole('textbox', { name: 'Your answer' })).toBeTruthy()
  })

  test('no recorder in the browser', async () => {
    offer(undefined)
    render(inboxServedBy(fakeHub()))
    await record()
    expect(await screen.findByText(/This browser cannot record/)).toBeTruthy()
  })

  test('a page that is not secure', async () => {
    offer(undefined, false)
    render(inboxServedBy(fakeHub()))
    await record()
    expect(await screen.findByText(/https pages only/)).toBeTruthy()
  })
})

test('the recorder has no accessibility violations that a machine can find', async () => {
  render(inboxServedBy(fakeHub()))
  await record()
  await screen.findByRole('timer')
  for (const next of ['Stop and listen', null]) {
    const panel = screen.getByRole('group', { name: 'Voice message' })
    const { violations } = await axe.run(panel, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
    if (next) await press(next)
  }
})
