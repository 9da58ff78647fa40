import { advice, type Finding, refused } from '../finding.ts'
import { CARD_BUTTONS_MAX, CARDS } from '../limits.ts'
import { removal } from '../mend.ts'
import type { LintSubject, Part } from '../subject.ts'

const CARD_HEADERS = new Set(['IMAGE', 'VIDEO', 'PRODUCT'])

/** The cards of a carousel are alike: one kind of header, the same buttons. */
export function* lintCarousel({ top, cards, carouselPath }: LintSubject): Generator<Finding> {
  if (carouselPath === null) return
  const count = cards.length
  if (count < CARDS.min || count > CARDS.max)
    yield refused('carousel_card_count', carouselPath, { ...CARDS, count })
  yield* lintSurroundings(top)
  const [first] = cards
  for (const [index, card] of cards.entries()) {
    const params = { card: index + 1 }
    const format = card.header?.component.format
    if (!format || !CARD_HEADERS.has(format)) yield refused('carousel_card_header', card.path, params)
    else if (format !== first!.header?.component.format)
      yield refused('carousel_headers_differ', card.path, params)
    const buttons = card.buttons?.component.buttons ?? []
    if (buttons.length === 0 || buttons.length > CARD_BUTTONS_MAX)
      yield refused('carousel_card_buttons', card.path, { ...params, max: CARD_BUTTONS_MAX })
    else if (kindsIn(card) !== kindsIn(first!)) yield refused('carousel_buttons_differ', card.path, params)
    if (!card.body !== !first!.body) yield refused('carousel_bodies_differ', card.path, params)
    yield* lintSameLines(card, first!, params)
  }
}

/** Above the cards there is the body, and nothing else. */
function* lintSurroundings(top: Part): Generator<Finding> {
  for (const part of ['header', 'footer', 'buttons'] as const) {
    const placed = top[part]
    if (!placed) continue
    const fix = removal('remove_part', top.path, placed.index)
    yield refused('carousel_extra_part', placed.path, { part }, fix)
  }
}

function kindsIn(card: Part): string {
  return (card.buttons?.component.buttons ?? []).map(({ type }) => type).join()
}

/** Phones set all cards to the height of the tallest. */
function* lintSameLines(card: Part, first: Part, params: { card: number }): Generator<Finding> {
  const lines = (part: Part) => part.body?.component.text?.split('\n').length ?? 0
  if (card.body && first.body && lines(card) !== lines(first))
    yield advice('carousel_lines_differ', `${card.body.path}.text`, params)
}
