import { lengthOf } from '../../../content/limits.ts'
import type { DefinitionButton } from '../../definition/definition.ts'
import { type Finding, type Fix, fixOf, refused } from '../finding.ts'
import { OFFER_TEXT_MAX } from '../limits.ts'
import { mend, removal } from '../mend.ts'
import type { LintSubject, Part } from '../subject.ts'

const HEADERS = new Set(['IMAGE', 'VIDEO'])
const BUTTONS = new Set(['COPY_CODE', 'URL'])

/** A limited-time offer, which Meta lets have few other parts. */
export function* lintOffer({ definition, top }: LintSubject): Generator<Finding> {
  const { offer, footer, header } = top
  if (!offer) return
  const { text } = offer.component.limited_time_offer
  const at = `${offer.path}.limited_time_offer.text`
  const length = lengthOf(text)
  if (text.trim() === '') yield refused('text_missing', at)
  if (length > OFFER_TEXT_MAX) yield refused('text_too_long', at, { max: OFFER_TEXT_MAX, length })
  if (definition.category !== 'MARKETING') yield refused('offer_category', 'category', {}, asMarketing())
  if (footer) yield refused('offer_footer', footer.path, {}, removal('remove_part', top.path, footer.index))
  if (header && !HEADERS.has(header.component.format))
    yield refused('offer_header', header.path, {}, removal('remove_part', top.path, header.index))
  yield* lintOfferButtons(top, offer.component.limited_time_offer.has_expiration === true)
}

/** Meta: the code to copy comes first, and where an end is shown there must be one. */
function* lintOfferButtons({ path, buttons }: Part, hasEnd: boolean): Generator<Finding> {
  const list = buttons?.component.buttons ?? []
  const at = buttons ? `${buttons.path}.buttons` : path
  for (const [index, button] of list.entries()) {
    if (!BUTTONS.has(button.type))
      yield refused(
        'offer_button',
        `${at}.${index}`,
        { kind: button.type },
        removal('remove_button', at, index),
      )
  }
  const code = list.findIndex(({ type }) => type === 'COPY_CODE')
  if (code > 0) yield refused('offer_code_first', at, {}, mend('code_first', at, codeFirst))
  if (code === -1 && hasEnd) yield refused('offer_code_missing', at)
}

function codeFirst(buttons: DefinitionButton[]): DefinitionButton[] {
  const isCode = ({ type }: DefinitionButton) => type === 'COPY_CODE'
  return [...buttons.filter(isCode), ...buttons.filter((one) => !isCode(one))]
}

export function asMarketing(): Fix {
  return fixOf('category_marketing', (definition) => ({ ...definition, category: 'MARKETING' }))
}
