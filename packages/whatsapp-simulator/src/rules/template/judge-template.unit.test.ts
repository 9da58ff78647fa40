import { defaultTemplates } from '../../accounts/default-templates.ts'
import type { Template } from '../../accounts/template.ts'
import { judgeTemplate } from './judge-template.ts'

const [order] = defaultTemplates('3', 'Acme')
const judged = (text: string, change: Partial<Template> = {}) =>
  judgeTemplate({ ...order!, components: [{ type: 'BODY', text }], ...change })

test.each(defaultTemplates('3', 'Acme').filter(({ category }) => category === 'UTILITY'))(
  'the utility template $name in $language is approved as it is',
  (template) => {
    expect(judgeTemplate(template)).toEqual({ decision: 'approve' })
  },
)

test.each<[text: string, change: Partial<Template>, reason: string]>([
  ['Get your coupon: a big discount on every tent.', {}, 'INCORRECT_CATEGORY'],
  ['Rabat i wyprzedaż tylko dzisiaj w naszym sklepie.', { language: 'pl' }, 'INCORRECT_CATEGORY'],
  ['See your order at https://bit.ly/3x to learn more.', {}, 'SCAM'],
  ['Answer with your credit card number to get the parcel.', {}, 'SCAM'],
  ['You are an idiot if you miss this order.', {}, 'ABUSIVE_CONTENT'],
  ['Hello', {}, 'INVALID_FORMAT'],
  ['Ihre Bestellung ist da und wird heute mit der Post geliefert.', {}, 'TAG_CONTENT_MISMATCH'],
])('%p is rejected', (text, change, reason) => {
  const verdict = judged(text, change)
  expect(verdict).toMatchObject({ decision: 'reject', reason, explanation: expect.stringMatching(/\w/) })
})

test('a utility template with one promotional word becomes marketing, a marketing one may have many', () => {
  const text = 'Your discount for order A-1 has been noted.'
  expect(judged(text)).toEqual({ decision: 'approve', category: 'MARKETING' })
  const sale = 'Our sale has begun: a discount and a coupon for you.'
  expect(judged(sale, { category: 'MARKETING' })).toEqual({ decision: 'approve' })
})

test('a link of a card and the text of a button are looked at as well', () => {
  const button = { type: 'URL' as const, text: 'Open', url: 'https://tinyurl.com/a' }
  const buttons = { type: 'BUTTONS' as const, buttons: [button] }
  const body = { type: 'BODY' as const, text: 'Your order has left our house today.' }
  const picture = { type: 'HEADER' as const, format: 'IMAGE' as const }
  const carousel = { type: 'CAROUSEL' as const, cards: [{ components: [picture, body, buttons] }] }
  for (const components of [
    [body, buttons],
    [body, carousel],
  ])
    expect(judgeTemplate({ ...order!, components })).toMatchObject({ reason: 'SCAM' })
})
