import type { Template, TemplateComponent } from './component.ts'
import { viewTemplate } from './template-view.ts'

const view = (components: TemplateComponent[], category = 'UTILITY') => {
  const template: Template = {
    id: '0192f4f0-0000-7000-8000-000000000000',
    name: 'order_update',
    language: 'en_US',
    status: 'APPROVED',
    category,
    components: [{ type: 'BODY', text: 'Hi {{1}}', example: { body_text: [['Anna']] } }, ...components],
  }
  return viewTemplate(template)
}
const parameters = [{ component: 'body', key: '1', example: 'Anna' }]
const button = (type: string, url?: string) => [{ type: 'BUTTONS', buttons: [{ type, url, text: type }] }]
const link = 'https://a.example/'

it.each<[string, TemplateComponent[], string[]]>([
  ['text', [{ type: 'HEADER', format: 'TEXT', text: 'Order' }], []],
  ['buttons that need nothing', [...button('QUICK_REPLY')], []],
  ['a link for everybody', button('URL', link), []],
  ['a form', button('FLOW'), []],
  ['a picture', [{ type: 'HEADER', format: 'IMAGE' }], ['header_media']],
  ['a place', [{ type: 'HEADER', format: 'LOCATION' }], ['header_location']],
  ['a product', [{ type: 'HEADER', format: 'PRODUCT' }], ['header_product']],
  ['a link of one’s own', button('URL', `${link}{{1}}`), ['buttons']],
  ['a code to copy', button('COPY_CODE'), ['buttons']],
  ['products', button('MPM'), ['buttons']],
  ['cards', [{ type: 'CAROUSEL', cards: [{ components: [] }, { components: [] }] }], ['cards']],
  ['an offer', [{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { has_expiration: true } }], ['offer']],
])('a template with %s says what it takes beside text', (_, components, needs) => {
  const isSendableHere = needs.length === 0 || needs.join() === 'header_media'
  expect(view(components)).toMatchObject({ needs, isSendableHere, parameters })
})

it.each([
  ['IMAGE', 'image'],
  ['video', 'video'],
  ['DOCUMENT', 'document'],
  ['LOCATION', null],
  ['TEXT', null],
])('a header of the kind %s takes a file of the kind %s', (format, headerMedia) => {
  expect(view([{ type: 'HEADER', format }])).toMatchObject({ headerMedia })
})

it('a picture does not make a link of one’s own sendable', () => {
  const components = [{ type: 'HEADER', format: 'IMAGE' }, ...button('URL', `${link}{{1}}`)]
  expect(view(components)).toMatchObject({ needs: ['header_media', 'buttons'], isSendableHere: false })
})

it('a one-time code is sent by programs', () => {
  const url = 'https://www.whatsapp.com/otp/code/?code=otp{{1}}'
  expect(view(button('URL', url), 'AUTHENTICATION')).toMatchObject({ needs: ['code'], isSendableHere: false })
})

it('what cannot be sent at all is not sendable', () => {
  expect(view(button('ORDER_DETAILS'))).toMatchObject({ needs: [], isSendableHere: false })
})
