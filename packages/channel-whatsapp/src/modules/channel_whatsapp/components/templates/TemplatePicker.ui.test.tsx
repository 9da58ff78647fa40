import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import {
  allowed,
  choose as chooseFrom,
  scheduledAt,
  sendNow,
  showPicker,
  violationsIn,
} from '../../../../../test/template-picker.tsx'
import { body, sample } from '../../../../../test/template-samples.ts'
import texts from '../../i18n/en.json' with { type: 'json' }
import type { ComposerContext } from './composerContext.ts'

const text = 'Hi {{1}}, your order {{2}} is on its way.'
const orderUpdate = sample('order_update', [{ ...body(text), example: { body_text: [['Ana', '1042']] } }])
const offer = sample('spring_sale', [body('Everything is cheaper.')], { category: 'MARKETING' })
const paused = 'channel_whatsapp.problem.template_paused'

const show = (
  send: ComposerContext['send'],
  policy: ComposerContext['policy'] = allowed,
  change: Partial<ComposerContext> = {},
) => showPicker([orderUpdate, offer], send, { policy, ...change })
const choose = (name = /Order update/) => chooseFrom(name)

afterEach(() => {
  jest.restoreAllMocks()
})

describe('sending a template', () => {
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
    expect(await violationsIn(baseElement)).toEqual([])
  })

  test('is offered it again once nothing stands against it', async () => {
    show(async () => {})
    await choose(/Spring sale/)
    expect(screen.getByRole('button', { name: 'Send template' })).toBeTruthy()
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
  expect(await violationsIn(baseElement)).toEqual([])
})
