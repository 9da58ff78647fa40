import { moneyText } from './money.ts'

const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

it.each([
  ['19.9', 'USD', 'en', '$19.90'],
  ['1234.5', 'EUR', 'de', '1.234,50 €'],
  ['1000', 'JPY', 'en', '¥1,000'],
  ['0.125', 'USD', 'en', '$0.125'],
  ['100000000000000.01', 'USD', 'en', '$100,000,000,000,000.01'],
  ['5', 'XQX', 'en', 'XQX 5.00'],
  ['5', 'coins', 'en', '5 coins'],
  ['5', null, 'en', '5'],
  [null, 'USD', 'en', '—'],
])('%s %s reads in %s as %s', (amount, currency, locale, text) => {
  expect(spaced(moneyText(amount, currency, locale))).toBe(text)
})
