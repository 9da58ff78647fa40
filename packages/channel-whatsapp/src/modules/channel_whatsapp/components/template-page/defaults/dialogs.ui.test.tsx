import { describe, expect, test } from '@jest/globals'
import { act, configure, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { pageServedBy, refuse, type Served } from '../testing/pageServedBy.tsx'

// A whole page takes its time where other tests have the processor.
configure({ asyncUtilTimeout: 5000 })

function servePage(served?: Served) {
  const { page, ...api } = pageServedBy(served)
  render(page)
  return api
}

const ready = (name: string, language: string, state = 'available') => ({
  ...{ name, language, category: 'UTILITY', purpose: 'utility', state },
  definition: { components: [{ type: 'BODY', text: `${name} in ${language}` }] },
})
const items = [
  ready('order_shipped', 'en'),
  ready('order_shipped', 'pl'),
  ready('welcome', 'en', 'submitted'),
  ready('welcome', 'pl'),
]
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

describe('the ready-made templates', () => {
  const show = (answers = {}) =>
    servePage({ address: '?dialog=defaults', answers: { 'GET /templates/defaults': { items }, ...answers } })

  test('begin with all that is not there yet in the reader’s language', async () => {
    show()
    expect(await screen.findByText(/To be submitted: 1\./)).toBeTruthy()
    expect(screen.getByText('order_shipped in en')).toBeTruthy()
    expect(screen.getByText(/there already: English/)).toBeTruthy()
    await userEvent.click(screen.getByLabelText('Polish'))
    expect(screen.getByText(/To be submitted: 3\./)).toBeTruthy()
  })

  test('are handed in name by name, each told with what came of it', async () => {
    const { calls } = show({
      'POST /templates/defaults': ({ body }: { body: { names: string[] } }) =>
        body.names[0] === 'welcome'
          ? refuse(422, { error: 'The name is blocked.' })
          : {
              submitted: [{ name: 'order_shipped', language: 'en', id: 't1' }],
              refused: [
                {
                  ...{ name: 'order_shipped', language: 'pl', error: 'template_limit_reached' },
                  ...{ reason: 'Too many.', detail: 'No room.' },
                },
              ],
            },
    })
    await userEvent.click(await screen.findByLabelText('Polish'))
    await press('Submit to Meta')
    expect(await screen.findByText('Not taken: 2 of 3')).toBeTruthy()
    const outcomes = within(screen.getByRole('dialog')).getAllByRole('listitem')
    expect(outcomes.map(({ textContent }) => textContent)).toEqual([
      'Order shipped · Polish: The account has as many templates as Meta allows. Meta says: No room.',
      'Welcome · Polish: The name is blocked.',
      'Order shipped · English: submitted',
    ])
    expect(calls.map(({ body }) => body)).toEqual([
      { connectionId: 'k1', names: ['order_shipped'], languages: ['en', 'pl'] },
      { connectionId: 'k1', names: ['welcome'], languages: ['pl'] },
    ])
    await press('Done')
    expect(window.location.search).toBe('')
  })

  test('stay in sight until all are handed in', async () => {
    show({ 'POST /templates/defaults': { submitted: [], refused: [] } })
    const served = globalThis.fetch
    let goOn = () => {}
    globalThis.fetch = async (input, init) => {
      if (init?.method === 'POST') await new Promise<void>((resolve) => (goOn = resolve))
      return served(input, init)
    }
    await press('Submit to Meta')
    expect(await screen.findByText('Submitted: 0 of 1')).toBeTruthy()
    await userEvent.keyboard('{Escape}')
    expect(screen.getByRole('dialog', { name: 'Ready-made templates' })).toBeTruthy()
    goOn()
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Done' })).toHaveProperty('disabled', false),
    )
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('cannot be handed in where nothing is chosen that is not there', async () => {
    show({ 'GET /templates/defaults': { items: [ready('welcome', 'en', 'submitted')] } })
    expect(await screen.findByText(/Choose a template and a language/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Submit to Meta' })).toHaveProperty('disabled', true)
  })
})

describe('Meta’s library', () => {
  const entry = {
    ...{ id: 'l1', name: 'delivery_update', language: 'en_US', category: 'UTILITY' },
    ...{ topic: null, usecase: null, industry: [], header: null, body: 'Your parcel {{1}} is near.' },
    parameters: [{ sample: '1042', type: 'TEXT' }],
    buttons: [
      { type: 'URL', text: 'Track', url: 'https://www.example.com/{{1}}', phoneNumber: null },
      { type: 'QUICK_REPLY', text: 'Thanks', url: null, phoneNumber: null },
    ],
  }
  const searched: string[] = []
  const show = (answers = {}) =>
    servePage({
      address: '?dialog=library',
      answers: {
        'GET /templates/library': ({ search }) => {
          searched.push(search.toString())
          return { items: search.get('search') === 'moon' ? [] : [entry] }
        },
        ...answers,
      },
    })

  test('is searched, and says where nothing fits', async () => {
    show()
    expect(await screen.findByRole('button', { name: /Delivery update/ })).toBeTruthy()
    const dialog = within(screen.getByRole('dialog'))
    await userEvent.type(dialog.getByLabelText('Search'), 'moon')
    expect(await screen.findByText('Nothing in the library fits')).toBeTruthy()
    expect(searched.at(-1)).toBe('connectionId=k1&language=en_US&search=moon')
  })

  test('is narrowed by topic and occasion where its templates say them', async () => {
    // What this DOM lacks and a list asks for.
    HTMLElement.prototype.scrollIntoView ??= () => {}
    HTMLElement.prototype.hasPointerCapture ??= () => false
    const shipped = { ...entry, topic: 'ORDER_MANAGEMENT', usecase: 'SHIPMENT_CONFIRMATION' }
    const paid = { ...entry, id: 'l2', name: 'payment_received', topic: 'PAYMENTS', usecase: 'NEW_ONE' }
    show({ 'GET /templates/library': { items: [shipped, paid] } })
    const topic = await screen.findByRole('combobox', { name: 'Topic' })
    act(() => topic.focus())
    await userEvent.keyboard('{Enter}')
    act(() => screen.getByRole('option', { name: 'Payments' }).focus())
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('button', { name: /Delivery update/ })).toBeNull())
    expect(screen.getByRole('button', { name: /Payment received/ })).toBeTruthy()
    act(() => screen.getByRole('combobox', { name: 'Occasion' }).focus())
    await userEvent.keyboard('{Enter}')
    const occasions = screen.getAllByRole('option').map(({ textContent }) => textContent)
    expect(occasions).toEqual(['All', 'New one'])
  })

  test('gives a template with one’s own name and links, once both are given', async () => {
    const { calls } = show({
      'POST /templates/library': { template: { id: 't5', status: 'APPROVED', category: 'UTILITY' } },
    })
    await press(/Delivery update/)
    await press('Use this template')
    expect(await screen.findByText('Fill this in.')).toBeTruthy()
    await userEvent.type(screen.getByLabelText(/Where “Track” leads/), 'https://acme.test/track/')
    await press('Use this template')
    expect(await screen.findByText('Meta has approved the template; it can be sent.')).toBeTruthy()
    expect(calls[0]?.body).toEqual({
      ...{ connectionId: 'k1', name: 'delivery_update', language: 'en_US' },
      libraryTemplateName: 'delivery_update',
      buttonInputs: [
        {
          type: 'URL',
          url: {
            base_url: 'https://acme.test/track/{{1}}',
            url_suffix_example: 'https://acme.test/track/1042',
          },
        },
        { type: 'QUICK_REPLY' },
      ],
    })
  })

  test('is searched on after a look at one template', async () => {
    show()
    await userEvent.type(within(await screen.findByRole('dialog')).getByLabelText('Search'), 'parcel')
    await press(/Delivery update/)
    await press('Other templates')
    expect(within(screen.getByRole('dialog')).getByLabelText('Search')).toHaveProperty('value', 'parcel')
  })

  test('shows at the name what is wrong with it', async () => {
    show({
      'GET /templates/library': { items: [{ ...entry, buttons: [] }] },
      'POST /templates/library': refuse(422, { error: 'No.', fieldErrors: { name: 'In use already.' } }),
    })
    await press(/Delivery update/)
    await press('Use this template')
    expect(await screen.findByText('In use already.')).toBeTruthy()
    expect(screen.getByLabelText(/Name in your account/).getAttribute('aria-invalid')).toBe('true')
  })
})
