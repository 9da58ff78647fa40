import type { ButtonType, DefinitionButton } from '../../definition/definition.ts'
import { type Finding, refused } from '../finding.ts'
import { BUTTONS_MAX, CALL_TTL_MINUTES } from '../limits.ts'
import { mend, removal } from '../mend.ts'
import type { LintSubject, Part } from '../subject.ts'

/** How many of a kind a template may have. */
export const MOST: Record<ButtonType, number> = {
  QUICK_REPLY: 10,
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  FLOW: 1,
  CATALOG: 1,
  MPM: 1,
  SPM: 1,
  VOICE_CALL: 1,
  ORDER_DETAILS: 1,
  REQUEST_CONTACT_INFO: 1,
  OTP: 1,
}

/** Which buttons a template has and in which order; of a carousel's cards too. */
export function* lintButtons({ top, cards }: LintSubject): Generator<Finding> {
  for (const part of [top, ...cards]) {
    if (!part.buttons) continue
    const { buttons } = part.buttons.component
    const at = `${part.buttons.path}.buttons`
    yield* lintCounts(part, buttons, at)
    if (isSplit(buttons))
      yield refused('quick_replies_split', at, {}, mend('group_quick_replies', at, grouped))
    for (const [index, button] of buttons.entries()) yield* lintKind(button, `${at}.${index}`)
  }
}

function* lintCounts(part: Part, buttons: DefinitionButton[], at: string): Generator<Finding> {
  if (buttons.length === 0)
    yield refused('buttons_missing', at, {}, removal('remove_part', part.path, part.buttons!.index))
  if (buttons.length > BUTTONS_MAX)
    yield refused('buttons_too_many', at, { max: BUTTONS_MAX, count: buttons.length })
  for (const [kind, ofKind] of Map.groupBy(buttons, ({ type }) => type)) {
    const max = MOST[kind]
    if (ofKind.length > max && buttons.length <= BUTTONS_MAX)
      yield refused('buttons_too_many_of_kind', at, { kind, max, count: ofKind.length })
  }
}

const isQuickReply = ({ type }: DefinitionButton) => type === 'QUICK_REPLY'

/** Meta wants quick replies side by side: before the others or after them. */
function isSplit(buttons: DefinitionButton[]): boolean {
  return (
    buttons.filter((one, index) => index > 0 && isQuickReply(one) !== isQuickReply(buttons[index - 1]!))
      .length > 1
  )
}

/** Whatever stands first stays first. */
function grouped(buttons: DefinitionButton[]): DefinitionButton[] {
  const replies = buttons.filter(isQuickReply)
  const others = buttons.filter((one) => !isQuickReply(one))
  return isQuickReply(buttons[0]!) ? [...replies, ...others] : [...others, ...replies]
}

function* lintKind(button: DefinitionButton, at: string): Generator<Finding> {
  if (button.type === 'FLOW') {
    const { flow_id, flow_name, flow_json } = button
    if (!flow_id?.trim() && !flow_name?.trim() && !flow_json?.trim())
      yield refused('flow_missing', `${at}.flow_id`)
  }
  if (button.type === 'VOICE_CALL' && button.ttl_minutes !== undefined) {
    const { min, max } = CALL_TTL_MINUTES
    if (button.ttl_minutes < min || button.ttl_minutes > max)
      yield refused('call_ttl', `${at}.ttl_minutes`, { min, max })
  }
}
