import type { CardComponent, DefinitionButton } from '../../../lib/templates/definition/definition.ts'
import { type ButtonKind, newButton } from './button-kinds.ts'
import { addButton, buttonsOf, moveButton, removeButton, setButtons } from './buttons.ts'
import { headerKind, setHeaderKind } from './header.ts'
import { type Parts, partOf, withoutPart, withPart } from './parts.ts'
import { refitVariables, setText, textOf } from './text-parts.ts'
import { type ParameterFormat, variablesIn } from './variables.ts'

export const CARD_MEDIA = ['IMAGE', 'VIDEO', 'PRODUCT'] as const
type CardMedia = (typeof CARD_MEDIA)[number]

/** What all cards have alike; it is edited once, for all of them. */
interface CardShape {
  media: CardMedia
  hasText: boolean
  buttons: ButtonKind[]
}

export function cardsOf(parts: Parts): Parts[] {
  return (partOf(parts, 'CAROUSEL')?.cards ?? []).map(({ components }) => components)
}

export function setCards(parts: Parts, cards: Parts[]): Parts {
  return withPart(parts, {
    type: 'CAROUSEL',
    cards: cards.map((components) => ({ components: components as CardComponent[] })),
  })
}

export function shapeOf(parts: Parts): CardShape {
  const [first = []] = cardsOf(parts)
  const media = headerKind(first)
  return {
    media: media === 'VIDEO' || media === 'PRODUCT' ? media : 'IMAGE',
    hasText: partOf(first, 'BODY') !== undefined,
    buttons: buttonsOf(first).map(({ type }) => type),
  }
}

/**
 * Cards of products show what the catalog says: their one button opens the product.
 *
 * @param productWords what that button says to begin with
 */
export function setCardMedia(parts: Parts, media: CardMedia, productWords = ''): Parts {
  const wasProduct = shapeOf(parts).media === 'PRODUCT'
  return changeCards(parts, (card) => {
    const withHeader = setHeaderKind(card, media)
    if (media === 'PRODUCT') return setButtons(withHeader, [newButton('SPM', productWords)])
    return wasProduct ? setButtons(withHeader, [newButton('QUICK_REPLY', '')]) : withHeader
  })
}

export function setCardText(parts: Parts, hasText: boolean): Parts {
  return changeCards(parts, (card) => {
    if (!hasText) return withoutPart(card, 'BODY')
    return partOf(card, 'BODY') ? card : withPart(card, { type: 'BODY', text: '' })
  })
}

export function addCardButton(parts: Parts, kind: ButtonKind, text = ''): Parts {
  return changeCards(parts, (card) => addButton(card, kind, text))
}

export function removeCardButton(parts: Parts, index: number): Parts {
  return changeCards(parts, (card) => removeButton(card, index))
}

export function moveCardButton(parts: Parts, index: number, by: -1 | 1): Parts {
  return changeCards(parts, (card) => moveButton(card, index, by))
}

export function changeCards(parts: Parts, change: (card: Parts) => Parts): Parts {
  return setCards(parts, cardsOf(parts).map(change))
}

export function changeCard(parts: Parts, index: number, change: (card: Parts) => Parts): Parts {
  return setCards(
    parts,
    cardsOf(parts).map((card, at) => (at === index ? change(card) : card)),
  )
}

/** Shaped as the others; its picture and its words are its own. */
export function addCard(parts: Parts, format: ParameterFormat): Parts {
  const cards = cardsOf(parts)
  const [first] = cards
  return setCards(parts, [...cards, first ? emptied(first, format) : newCard()])
}

export function removeCard(parts: Parts, index: number): Parts {
  return setCards(parts, cardsOf(parts).toSpliced(index, 1))
}

export function moveCard(parts: Parts, index: number, by: -1 | 1): Parts {
  const cards = cardsOf(parts)
  const card = cards[index]
  const other = cards[index + by]
  return card && other ? setCards(parts, cards.with(index, other).with(index + by, card)) : parts
}

/** Where each card stood before one was moved or removed: what belongs to it goes along. */
export const orderOf = (count: number) => [...Array(count).keys()]
export const orderMoved = (count: number, index: number, by: -1 | 1) =>
  orderOf(count)
    .with(index, index + by)
    .with(index + by, index)
export const orderWithout = (count: number, index: number) => orderOf(count).toSpliced(index, 1)

export function newCard(): Parts {
  const header = setHeaderKind([{ type: 'BODY', text: '' }], 'IMAGE')
  return setButtons(header, [newButton('QUICK_REPLY', '')])
}

/** Cards whose text has a variable all have it; the words around it are left for whoever writes. */
function emptied(card: Parts, format: ParameterFormat): Parts {
  const kept = setHeaderKind(withoutPart(card, 'HEADER'), headerKind(card))
  const text = partOf(kept, 'BODY') ? setText(withoutPart(kept, 'BODY'), 'BODY', '', format) : kept
  return setButtons(
    text,
    buttonsOf(card).map((button: DefinitionButton) =>
      newButton(button.type, 'text' in button ? (button.text ?? '') : ''),
    ),
  )
}

export function refitCards(parts: Parts, format: ParameterFormat): Parts {
  if (!partOf(parts, 'CAROUSEL')) return parts
  return changeCards(parts, (card) =>
    variablesIn(textOf(card, 'BODY')).length > 0 ? refitVariables(card, 'BODY', format) : card,
  )
}
