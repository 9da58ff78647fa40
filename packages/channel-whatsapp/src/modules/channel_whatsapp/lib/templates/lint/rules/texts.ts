import { lengthOf } from '../../../content/limits.ts'
import type { HeaderComponent } from '../../definition/definition.ts'
import { keysIn } from '../../definition/variables-in.ts'
import { countEmoji } from '../emoji.ts'
import { type Finding, refused } from '../finding.ts'
import { BODY_MAX, CARD_BODY_MAX, FOOTER_MAX, HEADER_MAX, OFFER_BODY_MAX } from '../limits.ts'
import { removal } from '../mend.ts'
import { sampleKind } from '../sample-kind.ts'
import type { LintSubject, Part, Placed, PlacedText } from '../subject.ts'

const MEDIA = new Set(['IMAGE', 'VIDEO', 'DOCUMENT'])

/** Header, body and footer: there where they must be, and no longer than they may be. */
export function* lintTexts(subject: LintSubject): Generator<Finding> {
  for (const part of [subject.top, ...subject.cards]) {
    yield* lintBody(subject, part)
    yield* lintHeader(part)
    yield* lintFooter(part)
  }
  for (const text of subject.texts) {
    const length = lengthOf(text.text)
    const max = maxOf(subject, text)
    if (length > max) yield refused('text_too_long', `${text.path}.text`, { max, length })
  }
}

/** How many characters a text may have. */
export function maxOf({ top }: LintSubject, { part, isCard }: PlacedText): number {
  if (part === 'header') return HEADER_MAX
  if (part === 'footer') return FOOTER_MAX
  if (isCard) return CARD_BODY_MAX
  return top.offer ? OFFER_BODY_MAX : BODY_MAX
}

function* lintBody({ definition }: LintSubject, { body, path, isCard }: Part): Generator<Finding> {
  if (!body && !isCard) yield refused('body_missing', path)
  const isWrittenByMeta = definition.category === 'AUTHENTICATION'
  if (body && !isWrittenByMeta && !body.component.text?.trim())
    yield refused('body_missing', `${body.path}.text`)
}

function* lintHeader({ header, path, isCard }: Part): Generator<Finding> {
  if (!header) return
  const { format, text } = header.component
  const at = `${header.path}.text`
  if (MEDIA.has(format)) yield* lintSample(header)
  if (format !== 'TEXT') return
  if (!text?.trim()) {
    yield refused('text_missing', at, {}, isCard ? null : removal('remove_part', path, header.index))
    return
  }
  const count = keysIn(text).length
  if (count > 1) yield refused('header_variables', at, { count })
  if (/[\n*]/.test(text) || countEmoji(text) > 0) yield refused('header_formatting', at)
}

function* lintSample({ path, component: { format, example } }: Placed<HeaderComponent>): Generator<Finding> {
  const handle = example?.header_handle?.find((one) => one !== '')
  if (!handle) {
    yield refused('header_sample_missing', `${path}.example`, { format })
    return
  }
  const sample = sampleKind(handle)
  if (sample && sample !== format) yield refused('header_sample_kind', `${path}.example`, { format, sample })
}

function* lintFooter({ footer, path }: Part): Generator<Finding> {
  if (!footer || footer.component.code_expiration_minutes !== undefined) return
  const { text = '' } = footer.component
  const at = `${footer.path}.text`
  if (!text.trim()) yield refused('text_missing', at, {}, removal('remove_part', path, footer.index))
  if (keysIn(text).length > 0) yield refused('footer_variables', at)
}
