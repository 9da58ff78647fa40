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
  ['a catalog', button('CATALOG'), []],
  ['a picture', [{ type: 'HEADER', format: 'IMAGE' }], ['header_media']],
  ['a place', [{ type: 'HEADER', format: 'LOCATION' }], ['header_location']],
  ['a product', [{ type: 'HEADER', format: 'PRODUCT' }], ['header_product']],
  ['a link of one’s own', button('URL', `${link}{{1}}`), ['buttons']],
  ['a code to copy', button('COPY_CODE'), ['buttons']],
  ['products', button('MPM'), ['buttons']],
  ['cards', [{ type: 'CAROUSEL', cards: [{ components: [] }, { components: [] }] }], ['cards']],
  ['an offer', [{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { has_expiration: true } }], ['offer']],
])('a template with %s says what it takes beside text, and can be sent', (_, components, needs) => {
  expect(view(components)).toMatchObject({ needs, isSendableHere: true, parameters })
})

it.each([
  ['IMAGE', 'image'],
  ['video', 'video'],
  ['DOCUMENT', 'document'],
  ['LOCATION', 'location'],
  ['PRODUCT', 'product'],
  ['TEXT', null],
])('a header of the kind %s holds %s', (format, headerObject) => {
  expect(view([{ type: 'HEADER', format }])).toMatchObject({ headerObject })
})

it.each<[string, ReturnType<typeof button>, object]>([
  ['a link', button('URL', link), { takes: null, link }],
  ['the rest of a link', button('URL', `${link}a/{{1}}`), { takes: 'suffix', link: `${link}a/` }],
  ['a code', button('copy_code'), { type: 'COPY_CODE', takes: 'code' }],
  ['products', button('MPM'), { takes: 'products' }],
  ['a picture, if one likes', button('CATALOG'), { takes: 'thumbnail' }],
  ['nothing', button('FLOW'), { takes: null }],
])('a button says that it takes %s', (_, components, expected) => {
  expect(view(components).buttons).toMatchObject([expected])
})

it('the button of a one-time code takes nothing, for the code goes there by itself', () => {
  const url = 'https://www.whatsapp.com/otp/code/?code=otp{{1}}'
  const seen = view(button('URL', url), 'AUTHENTICATION')
  expect(seen).toMatchObject({ needs: ['code'], isSendableHere: true, buttons: [{ takes: null }] })
})

it('each card says what it takes', () => {
  const card = {
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'A {{1}}' },
    ],
  }
  expect(view([{ type: 'CAROUSEL', cards: [card] }]).cards).toMatchObject([
    { headerObject: 'image', parameters: [{ component: 'body', key: '1' }] },
  ])
})

it('what nobody here knows is not sendable', () => {
  expect(view(button('ORDER_DETAILS'))).toMatchObject({ needs: [], isSendableHere: false })
})
