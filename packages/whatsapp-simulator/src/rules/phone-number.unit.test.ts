import { callingCodeOf, isUserId, readRecipientPhone } from './phone-number.ts'

const known = (phone: string) => phone === '+48601234567'

test.each([
  ['+48 601-234-567', '+48601234567'],
  ['+1 (650) 555-1234', '+16505551234'],
  ['48601234567', '+48601234567'],
  ['601234567', '+48601234567'],
  ['16505551234', '+4816505551234'],
  ['maria', null],
  ['+48.601.234.567', null],
  ['+12', null],
])('a Polish business that writes to %s means %s', (to, phone) => {
  expect(readRecipientPhone(to, callingCodeOf('+48 22 123 45 01'), known)).toBe(phone)
})

test.each([
  ['US.100000000000003', true],
  ['US.ENT.11815799212886844830', true],
  ['16505551234', false],
  ['us.1', false],
  ['US.', false],
])('%s is a user id: %s', (text, expected) => {
  expect(isUserId(text)).toBe(expected)
})
