import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { fakeUploads } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/testing/fakeUploads'
import {
  checked,
  unfit,
} from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/testing/file'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import texts from '../../i18n/en.json' with { type: 'json' }
import type { ComposerContext } from './composerContext.ts'
import { TemplatePicker } from './TemplatePicker.tsx'
import type { Template } from './template.ts'

const orderUpdate: Template = {
  id: 't1',
  name: 'order_update',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  header: null,
  body: 'Hi {{1}}, your order {{2}} is on its way.',
  footer: 'Acme',
  buttons: [],
  parameters: [
    { component: 'body', key: '1', example: 'Ana' },
    { component: 'body', key: '2', example: '1042' },
  ],
  headerMedia: null,
  isSendableHere: true,
}
const scheduledAt = '2026-11-22T09:00:00.000Z'
const paused = 'channel_whatsapp.problem.template_paused'
const withPicture: Template = {
  ...orderUpdate,
  id: 't2',
  name: 'new_arrivals',
  body: 'Look what came in.',
  parameters: [],
  headerMedia: 'image',
}
const offer: Template = {
  ...orderUpdate,
  id: 't4',
  name: 'spring_sale',
  category: 'MARKETING',
  body: 'Everything is cheaper.',
  parameters: [],
}
const yes = { isAllowed: true, objections: [] }
const allowed = { utility: yes, marketing: yes, authentication: yes }
const withLink: Template = { ...orderUpdate, id: 't3', name: 'your_parcel', isSendableHere: false }

function show(
  send: ComposerContext['send'],
  policy: ComposerContext['policy'] = allowed,
  change: Partial<ComposerContext> = {},
) {
  jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(
      async () => new Response(JSON.stringify({ items: [orderUpdate, withPicture, withLink, offer] })),
    )
  const composer: ComposerContext = {
    conversationId: 'c1',
    channelId: 'ch1',
    providerKey: 'whatsapp',
    window: { isRequired: true, isOpen: false, expiresAt: null },
    policy,
    send,
    sendLater: (isDisabled, onChoose) => (
      <button type="button" disabled={isDisabled} onClick={() => onChoose(scheduledAt)}>
        Send later
      </button>
    ),
    close: () => {},
    ...change,
  }
  return render(
    <I18nProvider locale="en" dict={texts}>
      <QueryClientProvider client={new QueryClient()}>
        <TemplatePicker composer={composer} />
      </QueryClientProvider>
    </I18nProvider>,
  )
}

async function choose(name = /Order update/) {
  await userEvent.click(screen.getByRole('button', { name: 'Choose a template' }))
  await userEvent.click(await screen.findByRole('button', { name }))
}
const sendNow = () => userEvent.click(screen.getByRole('button', { name: 'Send template' }))

afterEach(() => {
  jest.restoreAllMocks()
})

describe('sending a template', () => {
  test('offers only those whose values can be given here', async () => {
    show(async () => {})
    await userEvent.click(screen.getByRole('button', { name: 'Choose a template' }))
    expect(await screen.findByRole('button', { name: /Order update/ })).toBeTruthy()
    expect(screen.getByRole('button', { name: /New arrivals/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Your parcel/ })).toBeNull()
  })

  test('asks for every value before anything goes out', async () => {
    const send = jest.fn<ComposerContext['send']>(async () => {})
    show(send)
    await choose()
    await userEvent.type(screen.getByPlaceholderText('Ana'), 'Maria')
    await sendNow()
    expect(send).not.toHaveBeenCalled()
    expect(screen.getAllByText(/cannot go out with a gap/)).toHaveLength(1)
  })

  test('shows the text as it will arrive, sends it and closes', async () => {
    const send = jest.fn<ComposerContext['send']>(async () => {})
    const { baseElement } = show(send)
    await choose()
    await userEvent.type(screen.getByPlaceholderText('Ana'), 'Maria')
    await userEvent.type(screen.getByPlaceholderText('1042'), '77')
    expect(baseElement.textContent).toContain('Hi Maria, your order 77 is on its way.')
    await sendNow()
    expect(send).toHaveBeenCalledWith({
      type: 'template',
      name: 'order_update',
      language: 'en_US',
      parameters: { body: { '1': 'Maria', '2': '77' } },
    })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('one goes on in the field afterwards, and no tip stays over the thread', async () => {
    const window = { isRequired: true, isOpen: true, expiresAt: '2099-11-22T09:00:00.000Z' }
    const close = jest.fn()
    show(async () => {}, allowed, { window, close })
    await choose(/Spring sale/)
    await sendNow()
    await waitFor(() => expect(close).toHaveBeenCalledTimes(1))
    expect(document.activeElement).not.toBe(screen.getByRole('button', { name: 'Choose a template' }))
  })

  test('sends it later, at a time that one chooses', async () => {
    const send = jest.fn<ComposerContext['send']>(async () => {})
    show(send)
    await choose()
    await userEvent.type(screen.getByPlaceholderText('Ana'), 'Maria')
    await userEvent.type(screen.getByPlaceholderText('1042'), '77')
    await userEvent.click(screen.getByRole('button', { name: 'Send later' }))
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ name: 'order_update' }), { scheduledAt })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('stays open with the values when it was refused, and says why', async () => {
    show(async () => {
      throw Object.assign(new Error('The template is paused.'), { action: 'Choose another one.' })
    })
    await choose()
    await userEvent.type(screen.getByPlaceholderText('Ana'), 'Maria')
    await userEvent.type(screen.getByPlaceholderText('1042'), '77')
    await sendNow()
    expect(await screen.findByText('The template is paused. Choose another one.')).toBeTruthy()
    expect(screen.getByPlaceholderText('Ana')).toHaveProperty('value', 'Maria')
  })

  test('says it in the reader’s words where the provider knows the reason', async () => {
    show(async () => {
      throw Object.assign(new Error('Sentence of the server.'), {
        code: 'template_paused',
        action: 'Advice of the server.',
      })
    })
    await choose()
    await userEvent.type(screen.getByPlaceholderText('Ana'), 'Maria')
    await userEvent.type(screen.getByPlaceholderText('1042'), '77')
    await sendNow()
    const { [`${paused}.reason`]: reason, [`${paused}.action`]: action } = texts as Record<string, string>
    expect(await screen.findByText(`${reason} ${action}`)).toBeTruthy()
  })
})

describe('somebody who wants no marketing', () => {
  const objection = { sentence: 'They opted out on 3 May.', action: 'Answer what they write.' }
  const stopped = { ...allowed, marketing: { isAllowed: false, objections: [objection] } }

  test('is offered what is about their orders; the rest is shown with its reason and cannot be chosen', async () => {
    const { baseElement } = show(async () => {}, stopped)
    await userEvent.click(screen.getByRole('button', { name: 'Choose a template' }))
    expect(await screen.findByRole('button', { name: /Order update/ })).toBeTruthy()
    const why = screen.getByRole('region', { name: 'Marketing: not to this person now' })
    expect(why.textContent).toContain('They opted out on 3 May. Answer what they write.')
    const sale = screen
      .getAllByRole('listitem')
      .find(({ textContent }) => textContent?.includes('Spring sale'))
    expect(within(sale!).getByRole('img', { name: 'Cannot be sent to this person now' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Spring sale/ })).toBeNull()
    const dialog = baseElement.querySelector('[role=dialog]') as HTMLElement
    const { violations } = await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  test('is offered it again once nothing stands against it', async () => {
    show(async () => {})
    await choose(/Spring sale/)
    expect(screen.getByRole('button', { name: 'Send template' })).toBeTruthy()
  })
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
    const dialog = baseElement.querySelector('[role=dialog]') as HTMLElement
    const { violations } = await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  })
})

test('what the server says about one value stands beside it until that is changed', async () => {
  show(async () => {
    throw Object.assign(new Error('The values do not fit.'), {
      fieldErrors: { 'content.parameters.body.2': 'No line breaks here.' },
    })
  })
  await choose()
  await userEvent.type(screen.getByPlaceholderText('Ana'), 'Maria')
  const order = screen.getByPlaceholderText('1042')
  await userEvent.type(order, '77')
  await sendNow()
  await screen.findByText('No line breaks here.')
  expect(order.getAttribute('aria-invalid')).toBe('true')
  await userEvent.type(order, '8')
  expect(screen.queryByText('No line breaks here.')).toBeNull()
})

test('the dialog has no accessibility violations that a machine can find', async () => {
  const { baseElement } = show(async () => {})
  await choose()
  const dialog = baseElement.querySelector('[role=dialog]') as HTMLElement
  const { violations } = await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})
