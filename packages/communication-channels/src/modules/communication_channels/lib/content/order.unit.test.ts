import { decimalText, lineTotal, type OrderItem, orderTotals } from './order.ts'

const item = (quantity: number, unitPrice: string | null, currency: string | null = 'PLN'): OrderItem => ({
  productId: 'p',
  quantity,
  unitPrice,
  currency,
})
it.each<[unknown, string | null]>([
  [199.9, '199.9'],
  ['0.10', '0.10'],
  [1e-7, '0.0000001'],
  [1e21, '1000000000000000000000'],
  [1e300, null],
  [Number.POSITIVE_INFINITY, null],
  ['', null],
  ['1,299.00', null],
  ['1e5', null],
  [undefined, null],
  [null, null],
  [[5], null],
])('of %j the digits are %j', (value, text) => {
  expect(decimalText(value)).toBe(text)
})

const order = (...items: OrderItem[]) => ({ type: 'order' as const, catalogId: null, text: null, items })

it.each([
  [3, '0.1', '0.3'],
  [2, '19.99', '39.98'],
  [1, '1000000000000000.01', '1000000000000000.01'],
  [1e21, '123456789012345678901.23', '123456789012345678901230000000000000000000'],
  [4, null, null],
])('%s times %s is %s, to the last digit', (quantity, unitPrice, total) => {
  expect(lineTotal(item(quantity, unitPrice))).toBe(total)
})

it.each<[string, OrderItem[], object | null]>([
  ['one currency', [item(1, '0.1'), item(1, '0.2')], [{ currency: 'PLN', amount: '0.3' }]],
  [
    'two currencies, each by itself',
    [item(1, '5', 'EUR'), item(2, '5')],
    [
      { currency: 'EUR', amount: '5' },
      { currency: 'PLN', amount: '10' },
    ],
  ],
  ['a line without a price, which no sum can hold', [item(1, '5'), item(1, null)], null],
  ['a line without a currency', [item(1, '5', null)], null],
  ['an empty cart', [], []],
])('a cart with %s', (_, items, totals) => {
  expect(orderTotals(order(...items))).toEqual(totals)
})
