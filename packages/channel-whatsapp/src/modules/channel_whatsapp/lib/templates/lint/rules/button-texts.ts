import { lengthOf } from '../../../content/limits.ts'
import type { ButtonType, DefinitionButton } from '../../definition/definition.ts'
import { placedVariables } from '../../definition/variables-in.ts'
import { countEmoji, withoutEmoji } from '../emoji.ts'
import { type Finding, refused } from '../finding.ts'
import { BUTTON_TEXT_MAX, COPY_CODE_MAX } from '../limits.ts'
import { mend } from '../mend.ts'
import type { LintSubject } from '../subject.ts'

/** Meta writes on these itself where the business does not. */
const WRITTEN_BY_META = new Set<ButtonType>(['COPY_CODE', 'REQUEST_CONTACT_INFO', 'OTP'])

/** What is written on buttons, and the code that one copies. */
export function* lintButtonTexts({ top, cards }: LintSubject): Generator<Finding> {
  for (const { buttons } of [top, ...cards]) {
    if (!buttons) continue
    const seen = new Set<string>()
    for (const [index, button] of buttons.component.buttons.entries()) {
      const at = `${buttons.path}.buttons.${index}`
      yield* lintText(button, at)
      if (button.text && seen.has(button.text))
        yield refused('button_text_repeated', `${at}.text`, { text: button.text })
      if (button.text) seen.add(button.text)
      if (button.type === 'OTP' && button.autofill_text)
        yield* lintWords(button.autofill_text, `${at}.autofill_text`)
      if (button.type === 'COPY_CODE') yield* lintCode(button.example, `${at}.example`)
    }
  }
}

function* lintText({ type, text = '' }: DefinitionButton, at: string): Generator<Finding> {
  if (text.trim() !== '') yield* lintWords(text, `${at}.text`)
  else if (!WRITTEN_BY_META.has(type)) yield refused('text_missing', `${at}.text`)
}

function* lintWords(text: string, at: string): Generator<Finding> {
  const length = lengthOf(text)
  if (length > BUTTON_TEXT_MAX) yield refused('text_too_long', at, { max: BUTTON_TEXT_MAX, length })
  if (placedVariables(text).length > 0) yield refused('button_text_variable', at)
  if (/[\n*_~]/.test(text) || countEmoji(text) > 0) {
    const fix = plain(text) ? mend<string>('plain_button_text', at, plain) : null
    yield refused('button_text_formatting', at, {}, fix)
  }
}

function plain(text: string): string {
  return withoutEmoji(text).replace(/[*_~]/g, '').replace(/\s+/g, ' ').trim()
}

function* lintCode(code: string, at: string): Generator<Finding> {
  const length = lengthOf(code)
  if (code.trim() === '') yield refused('text_missing', at)
  if (length > COPY_CODE_MAX) yield refused('text_too_long', at, { max: COPY_CODE_MAX, length })
}
