import { splitByAccount } from './split-by-account.ts'

const siblings = new Map([['222', 'key-of-222']])
const of = (id: string, field = 'messages') => ({ id, changes: [{ field, value: { about: id } }] })
const bytes = (payload: unknown) => new TextEncoder().encode(JSON.stringify(payload))
const delivery = (...entry: unknown[]) => bytes({ object: 'whatsapp_business_account', entry })
const shown = (body: Uint8Array, others = siblings) =>
  splitByAccount(body, others).map((part) => [
    part.key,
    part.body === body ? 'as it came' : JSON.parse(new TextDecoder().decode(part.body)).entry,
  ])

test('a delivery about one account goes to its connection as it came', () => {
  expect(shown(delivery(of('111')))).toEqual([[null, 'as it came']])
  expect(shown(delivery(of('222'), of('222')))).toEqual([['key-of-222', 'as it came']])
  expect(shown(delivery(of('999')))).toEqual([[null, 'as it came']])
})

test('one about several is taken apart', () => {
  expect(shown(delivery(of('111'), of('222'), of('111', 'account_update')))).toEqual([
    [null, [of('111'), of('111', 'account_update')]],
    ['key-of-222', [of('222')]],
  ])
})

test('nothing is looked into where the app has no other connection, or there is nothing to look into', () => {
  expect(shown(delivery(of('222')), new Map())).toEqual([[null, 'as it came']])
  expect(shown(bytes({ field: 'messages', value: {} }))).toEqual([[null, 'as it came']])
  expect(shown(new TextEncoder().encode('no json'))).toEqual([[null, 'as it came']])
  expect(shown(delivery(null, 7, of('111')))).toEqual([[null, 'as it came']])
})
