import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { fakeUploads } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/testing/fakeUploads'
import {
  checked,
  unfit,
} from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/testing/file'
import { act, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { choose, sendNow, showPicker, violationsIn } from '../../../../../test/template-picker.tsx'
import { body, everyKind, header, sample } from '../../../../../test/template-samples.ts'
import type { ComposerContext } from './composerContext.ts'

const withPicture = sample('new_arrivals', [header('IMAGE'), body('Look what came in.')])
const carousel = sample('favourites', everyKind['a carousel']!)
const show = (send: ComposerContext['send']) => showPicker([withPicture, carousel], send)

afterEach(() => {
  jest.restoreAllMocks()
})

describe('a template with a picture in its heading', () => {
  const photo = new File(['x'], 'tent.jpg', { type: 'image/jpeg' })
  const pick = () => userEvent.upload(screen.getByLabelText('Choose a picture', { selector: 'input' }), photo)

  test('asks for it, hands it to the server and goes out with it', async () => {
    const uploads = fakeUploads(act)
    const send = jest.fn<ComposerContext['send']>(async () => {})
    show(send)
    await choose(/New arrivals/)
    await sendNow()
    expect(screen.getByText(/cannot go out without it/)).toBeTruthy()
    await pick()
    uploads[0]!.progress(0.5)
    expect(screen.getByText('Uploading, 50%')).toBeTruthy()
    expect(Object.fromEntries(uploads[0]!.url.searchParams)).toEqual({
      channelId: 'ch1',
      fileName: 'tent.jpg',
    })
    await sendNow()
    expect(send).not.toHaveBeenCalled()
    uploads[0]!.answer(201, checked())
    expect(await screen.findByText('tent.jpg')).toBeTruthy()
    await waitFor(() => expect(screen.queryByText('Uploading, 50%')).toBeNull())
    await sendNow()
    expect(send).toHaveBeenCalledWith({
      type: 'template',
      name: 'new_arrivals',
      language: 'en_US',
      parameters: { headerObject: { type: 'image', media: { fileId: 'f1' } } },
    })
  })

  test.each([
    [
      'that the server refuses',
      422,
      { error: 'It lies.', code: 'x', action: 'Take another.' },
      /It lies\. Take another\./,
    ],
    ['that is no picture for Meta', 201, checked({}, [unfit('image', false)]), /Sentence of the server\./],
  ])('a file %s is not taken, and it says why', async (_, status, answer, words) => {
    const uploads = fakeUploads(act)
    const send = jest.fn<ComposerContext['send']>(async () => {})
    show(send)
    await choose(/New arrivals/)
    await pick()
    uploads[0]!.answer(status, answer)
    expect(await screen.findByText(words)).toBeTruthy()
    await sendNow()
    expect(send).not.toHaveBeenCalled()
    await pick()
    uploads[1]!.answer(201, checked())
    await screen.findByText('tent.jpg')
    expect(screen.queryByText(words)).toBeNull()
  })

  test('an upload can be taken back, and none goes on after the dialog', async () => {
    const uploads = fakeUploads(act)
    show(async () => {})
    await choose(/New arrivals/)
    await pick()
    await userEvent.click(screen.getByRole('button', { name: 'Remove tent.jpg' }))
    expect(uploads[0]!.wasAborted).toBe(true)
    await pick()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(uploads[1]!.wasAborted).toBe(true))
  })

  test('has no accessibility violations that a machine can find', async () => {
    const { baseElement } = show(async () => {})
    await choose(/New arrivals/)
    await sendNow()
    expect(await violationsIn(baseElement)).toEqual([])
  })
})

test('each card of a carousel has a picture of its own', async () => {
  const uploads = fakeUploads(act)
  const send = jest.fn<ComposerContext['send']>(async () => {})
  show(send)
  await choose(/Favourites/)
  const pick = (card: number) =>
    userEvent.upload(
      screen.getAllByLabelText('Choose a picture', { selector: 'input' })[card]!,
      new File(['x'], `card-${card}.jpg`, { type: 'image/jpeg' }),
    )
  await pick(1)
  await pick(0)
  uploads[0]!.answer(201, checked({ id: 'second', name: 'card-1.jpg' }))
  uploads[1]!.answer(201, checked({ id: 'first', name: 'card-0.jpg' }))
  expect(await screen.findByText('card-0.jpg')).toBeTruthy()
  for (const field of screen.getAllByRole('textbox')) await userEvent.type(field, 'tents')
  await sendNow()
  const [{ parameters }] = send.mock.calls[0]!
  expect(parameters.cards?.map(({ headerObject }) => headerObject)).toEqual([
    { type: 'image', media: { fileId: 'first' } },
    { type: 'image', media: { fileId: 'second' } },
  ])
})
