import { roomFor } from './button-kinds.ts'
import { addButton, buttonsOf, changeButton, moveButton, removeButton, setLinkVariable } from './buttons.ts'
import type { Parts } from './parts.ts'

const blank: Parts = [{ type: 'BODY', text: 'Hi' }]
const add = (parts: Parts, ...kinds: Parameters<typeof addButton>[1][]) =>
  kinds.reduce((before, kind) => addButton(before, kind), parts)
const kindsOf = (parts: Parts) => buttonsOf(parts).map(({ type }) => type)

test.each([
  ['quick replies join those that are there', ['QUICK_REPLY', 'URL', 'QUICK_REPLY']],
  ['other buttons stay together too', ['QUICK_REPLY', 'QUICK_REPLY', 'URL']],
] as const)('%s', (_, kinds) => {
  expect(kindsOf(add(blank, ...kinds))).toEqual(['QUICK_REPLY', 'QUICK_REPLY', 'URL'])
})

test('the last button takes the component with it', () => {
  expect(removeButton(add(blank, 'URL'), 0)).toEqual(blank)
})

test('a button moves by one, and not beyond the ends', () => {
  const two = add(blank, 'URL', 'PHONE_NUMBER')
  expect(kindsOf(moveButton(two, 0, 1))).toEqual(['PHONE_NUMBER', 'URL'])
  expect(moveButton(two, 0, -1)).toBe(two)
  expect(moveButton(two, 1, 1)).toBe(two)
})

test.each([
  ['two links are all', ['URL', 'URL'], 'URL', 'enough_of_kind'],
  ['ten buttons are all', Array(10).fill('QUICK_REPLY'), 'URL', 'enough'],
  ['one more is possible', ['URL'], 'URL', 'yes'],
] as const)('%s', (_, kinds, kind, room) => {
  expect(roomFor(buttonsOf(add(blank, ...kinds)), kind)).toBe(room)
})

test('a link gets its own ending and loses it again, with the sample', () => {
  const link = changeButton(add(blank, 'URL'), 0, { url: 'https://acme.test/o/' })
  const own = setLinkVariable(link, 0, true)
  expect(buttonsOf(own)[0]).toMatchObject({ url: 'https://acme.test/o/{{1}}', example: [''] })
  expect(setLinkVariable(own, 0, false)).toEqual(link)
})
