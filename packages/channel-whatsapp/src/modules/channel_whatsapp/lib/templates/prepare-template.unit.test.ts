import type { Template } from './component.ts'
import { prepareTemplate } from './prepare-template.ts'

const template = (change: Partial<Template> = {}): Template => ({
  id: '1',
  name: 'order_update',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
    { type: 'BODY', text: 'Hi {{1}}, order {{2}} is on its way.' },
    { type: 'FOOTER', text: 'Acme' },
    { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Thanks' }] },
  ],
  ...change,
})
const request = (parameters: object = { header: { '1': '#7' }, body: { '1': 'Anna', '2': '#7' } }) => ({
  type: 'template' as const,
  name: 'order_update',
  language: 'en_US',
  parameters,
})
const refusalOf = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error as { status: number; body: { code: string; fieldErrors?: Record<string, string> } }
  }
  throw new Error('was not refused')
}

describe('a template about to be sent', () => {
  it('shows what the customer will read', () => {
    expect(prepareTemplate(request(), template()).rendered).toEqual({
      header: 'Order #7',
      body: 'Hi Anna, order #7 is on its way.',
      footer: 'Acme',
      buttons: ['Thanks'],
    })
  })

  it.each<[string, Template | null, string]>([
    ['is not there', null, 'template_not_found'],
    ['is not approved', template({ status: 'PENDING' }), 'template_not_approved'],
    ['was paused', template({ status: 'PAUSED' }), 'template_not_approved'],
    [
      'has a picture in its header',
      template({
        components: [
          { type: 'HEADER', format: 'IMAGE' },
          { type: 'BODY', text: 'x' },
        ],
      }),
      'template_unsupported',
    ],
    ['is a one-time code', template({ category: 'AUTHENTICATION' }), 'template_unsupported'],
  ])('is refused where it %s', (_, stored, code) => {
    expect(refusalOf(() => prepareTemplate(request(), stored))).toMatchObject({ status: 422, body: { code } })
  })

  it('is refused by the name of the parameter that is missing or too many', () => {
    const refusal = refusalOf(() => prepareTemplate(request({ body: { '1': 'Anna', '9': 'x' } }), template()))
    expect(refusal.body).toMatchObject({ code: 'template_parameters' })
    expect(Object.keys(refusal.body.fieldErrors ?? {}).sort()).toEqual([
      'content.parameters.body.2',
      'content.parameters.body.9',
      'content.parameters.header.1',
    ])
  })

  it('does not fill parameters into the values of others', () => {
    const { rendered } = prepareTemplate(
      request({ header: { '1': 'x' }, body: { '1': '{{2}}', '2': 'y' } }),
      template(),
    )
    expect(rendered.body).toBe('Hi {{2}}, order y is on its way.')
  })
})
