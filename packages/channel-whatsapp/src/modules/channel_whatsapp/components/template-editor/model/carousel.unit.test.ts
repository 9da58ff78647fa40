import { buttonsOf, changeButton } from './buttons.ts'
import {
  addCard,
  addCardButton,
  cardsOf,
  changeCard,
  moveCard,
  newCard,
  orderMoved,
  orderWithout,
  removeCard,
  setCardMedia,
  setCards,
  setCardText,
  shapeOf,
} from './carousel.ts'
import { headerHandle, setHeaderHandle } from './header.ts'
import type { Parts } from './parts.ts'
import { setText, textOf } from './text-parts.ts'

const two: Parts = setCards([{ type: 'BODY', text: 'Look' }], [newCard(), newCard()])
const first = changeCard(two, 0, (card) =>
  setHeaderHandle(setText(card, 'BODY', 'A tent', 'POSITIONAL'), '4::x'),
)

test('what is changed about the shape is changed on every card', () => {
  const changed = addCardButton(setCardText(setCardMedia(first, 'VIDEO'), false), 'URL', 'View')
  const shapes = cardsOf(changed).map((card) => shapeOf(setCards([], [card])))
  expect(shapes).toEqual(Array(2).fill({ media: 'VIDEO', hasText: false, buttons: ['QUICK_REPLY', 'URL'] }))
})

test('what a card says is its own', () => {
  expect(cardsOf(first).map((card) => textOf(card, 'BODY'))).toEqual(['A tent', ''])
})

test('a new card has the shape of the others, and neither their picture nor their words', () => {
  const shaped = changeCard(addCardButton(first, 'URL', 'View'), 0, (card) =>
    changeButton(card, 1, { url: 'https://acme.test' }),
  )
  const added = cardsOf(addCard(shaped, 'POSITIONAL'))[2]!
  expect(textOf(added, 'BODY')).toBe('')
  expect(headerHandle(added)).toBeNull()
  expect(buttonsOf(added)).toEqual([
    { type: 'QUICK_REPLY', text: '' },
    { type: 'URL', text: 'View', url: '' },
  ])
})

test('cards move and go', () => {
  expect(cardsOf(moveCard(first, 0, 1)).map((card) => textOf(card, 'BODY'))).toEqual(['', 'A tent'])
  expect(cardsOf(removeCard(first, 1))).toHaveLength(1)
  expect(moveCard(first, 1, 1)).toBe(first)
})

test('it is known where each card stood before', () => {
  expect(orderMoved(4, 1, 1)).toEqual([0, 2, 1, 3])
  expect(orderMoved(3, 1, -1)).toEqual([1, 0, 2])
  expect(orderWithout(3, 0)).toEqual([1, 2])
})

test('cards of products have the one button that opens the product', () => {
  const products = setCardMedia(first, 'PRODUCT', 'Show')
  expect(cardsOf(products).map(buttonsOf)).toEqual(Array(2).fill([{ type: 'SPM', text: 'Show' }]))
  expect(shapeOf(setCardMedia(products, 'IMAGE')).buttons).toEqual(['QUICK_REPLY'])
})
