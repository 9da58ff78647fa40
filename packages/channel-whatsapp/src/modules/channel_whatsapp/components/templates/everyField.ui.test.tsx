import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { choose, sendNow, showPicker, violationsIn } from '../../../../../test/template-picker.tsx'
import { body, buttons, everyKind, sample } from '../../../../../test/template-samples.ts'
import type { ComposerContext } from './composerContext.ts'

afterEach(() => {
  jest.restoreAllMocks()
})

/** Opens the one template there is. */
async function fillIn(kind: string, change: Partial<ComposerContext> = {}) {
  const send = jest.fn<ComposerContext['send']>(async () => {})
  const { baseElement } = showPicker([sample('a_template', everyKind[kind]!)], send, change)
  await choose(/A template/)
  return { send, baseElement, sent: () => send.mock.calls[0]?.[0].parameters }
}
const type = async (label: RegExp | string, text: string) =>
  userEvent.type(screen.getByLabelText(label), text)

describe('a template is asked for what its definition takes', () => {
  test('a place, whose coordinates may be pasted together', async () => {
    const { sent } = await fillIn('a place')
    await sendNow()
    expect(screen.getAllByText(/cannot go out with a gap/)).toHaveLength(2)
    expect(screen.getByText('A number from -90 to 90.')).toBeTruthy()
    const [name, address, latitude] = screen.getAllByRole('textbox')
    await userEvent.type(name!, 'Kiosk')
    await userEvent.type(address!, 'Main Street 1')
    await userEvent.click(latitude!)
    await userEvent.paste('52.23, 21.01')
    await sendNow()
    expect(sent()).toEqual({
      headerObject: {
        ...{ type: 'location', latitude: 52.23, longitude: 21.01 },
        ...{ name: 'Kiosk', address: 'Main Street 1' },
      },
    })
  })

  test('the rest of a link, with the link as it will be', async () => {
    const { sent, baseElement } = await fillIn('the rest of a link')
    await type(/Rest of the link on “See it”/, 'bags')
    expect(baseElement.textContent).toContain('https://shop.example/new/bags')
    await sendNow()
    expect(sent()).toEqual({ buttons: [{ type: 'url', index: 1, suffix: 'bags' }] })
  })

  test('a code to copy of 15 characters at most', async () => {
    const { sent } = await fillIn('a code to copy')
    await type(/Code that “Copy” copies/, 'ABCDEFGHIJKLMNOPQ')
    await sendNow()
    expect(sent()).toEqual({ buttons: [{ type: 'copy_code', index: 0, code: 'ABCDEFGHIJKLMNO' }] })
  })

  test('products in sections', async () => {
    const { sent } = await fillIn('a list of products')
    await type(/Value 1 in the text/, 'Ana')
    await type(/Product whose picture is shown/, 'TENT')
    await type(/^Title/, 'Tents')
    await type(/IDs of the products/, 'TENT, BIG-TENT')
    await userEvent.click(screen.getByRole('button', { name: 'Add a section' }))
    await userEvent.type(screen.getAllByLabelText(/^Title/)[1]!, 'Bags')
    await userEvent.type(screen.getAllByLabelText(/IDs of the products/)[1]!, 'BAG')
    await userEvent.click(screen.getByRole('button', { name: 'Add a section' }))
    await userEvent.click(screen.getByRole('button', { name: 'Remove section 3' }))
    await sendNow()
    expect(sent()).toEqual({
      body: { '1': 'Ana' },
      buttons: [
        {
          type: 'products',
          index: 0,
          thumbnailProductId: 'TENT',
          sections: [
            { title: 'Tents', productIds: ['TENT', 'BIG-TENT'] },
            { title: 'Bags', productIds: ['BAG'] },
          ],
        },
      ],
    })
  })

  test('the picture of a catalog, if one likes', async () => {
    const { sent } = await fillIn('a catalog')
    await sendNow()
    expect(sent()).toEqual({})
  })

  test('nothing at all for a form', async () => {
    const { sent } = await fillIn('a form')
    expect(screen.getByText('This template has nothing to fill in.')).toBeTruthy()
    await sendNow()
    expect(sent()).toEqual({})
  })

  test('a one-time code', async () => {
    const send = jest.fn<ComposerContext['send']>(async () => {})
    const components = [body('{{1}} is your code.'), buttons({ type: 'OTP', text: 'Copy' })]
    showPicker([sample('sign_in', components, { category: 'AUTHENTICATION' })], send)
    await choose(/Sign in/)
    await type(/One-time code/, '123456')
    await sendNow()
    expect(send.mock.calls[0]![0].parameters).toEqual({ body: { '1': '123456' } })
  })

  test('when its offer ends', async () => {
    const { send } = await fillIn('an offer that ends')
    await type(/The offer ends/, '2020-01-01T10:00')
    await sendNow()
    expect(screen.getByText('Choose a time that is still to come.')).toBeTruthy()
    expect(send).not.toHaveBeenCalled()
  })
})

test('a gap is shown as a gap until it is filled: an example would look like what is sent', async () => {
  const { baseElement } = await fillIn('numbered values')
  expect(baseElement.textContent).toContain('Hi […], order […].')
  await type(/Value 1 in the text/, 'Ana')
  expect(baseElement.textContent).toContain('Hi Ana, order […].')
})

test('whoever sends too early is led to the first thing that is missing', async () => {
  const { send } = await fillIn('a carousel')
  await sendNow()
  expect(document.activeElement).toBe(screen.getAllByLabelText(/Value 1 in the text/)[0])
  expect(send).not.toHaveBeenCalled()
})

describe('values that are known', () => {
  const template = sample('welcome', [body('Hi {{first_name}}, it is {{1}}.')], {
    mapping: { 'body.1': { source: 'business.name' } },
  })
  const known = { contact: { displayName: 'Maria Nowak', phone: null }, businessName: 'Acme' }

  test('are there already, and can be changed', async () => {
    const send = jest.fn<ComposerContext['send']>(async () => {})
    const { baseElement } = showPicker([template], send, known)
    await choose(/Welcome/)
    expect(baseElement.textContent).toContain('Hi Maria, it is Acme.')
    const name = screen.getByLabelText(/First name/)
    await userEvent.clear(name)
    await userEvent.type(name, 'Ms Nowak')
    await sendNow()
    expect(send.mock.calls[0]![0].parameters).toEqual({ body: { first_name: 'Ms Nowak', '1': 'Acme' } })
  })
})

test('what the server says about a button stands beside that button', async () => {
  const send = async () => {
    throw Object.assign(new Error('No.'), {
      fieldErrors: { 'content.parameters.buttons.0.suffix': 'This leads nowhere.' },
    })
  }
  showPicker([sample('a_template', everyKind['the rest of a link']!)], send)
  await choose(/A template/)
  await type(/Rest of the link/, 'x')
  await sendNow()
  expect(await screen.findByText('This leads nowhere.')).toBeTruthy()
  expect(screen.getByLabelText(/Rest of the link/).getAttribute('aria-invalid')).toBe('true')
})

test.each(['a carousel', 'a list of products', 'a place'])(
  'a form for %s has no accessibility violations that a machine can find',
  async (kind) => {
    const { baseElement } = await fillIn(kind)
    await sendNow()
    expect(await violationsIn(baseElement)).toEqual([])
  },
)
