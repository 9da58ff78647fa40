import type { DefinitionButton } from '../../../lib/templates/definition/definition.ts'
import { codeChoices } from '../model/authentication.ts'
import { buttonsOf } from '../model/buttons.ts'
import { cardsOf } from '../model/carousel.ts'
import { type HeaderKind, headerKind } from '../model/header.ts'
import { type Parts, partOf } from '../model/parts.ts'
import { samplesOf, type TextPlace, textOf } from '../model/text-parts.ts'
import { codeWords } from './code-words.ts'

/** By `header.<variable>`, `body.<variable>`, `buttons.<index>`, `cards.<index>.…`; `header.media` is a picture's address. */
export type PreviewValues = Readonly<Record<string, string>>

export interface MessageContent {
  header: { kind: HeaderKind; text: string; mediaUrl: string | null }
  offer: { text: string; code: string; expires: boolean } | null
  body: string
  footer: string
  buttons: ShownButton[]
  cards: MessageContent[]
}

export interface ShownButton {
  kind: DefinitionButton['type']
  /** Null where the phone writes it, in its own language. */
  text: string | null
}

/** What stands on the phone: texts with values put in, else samples; a gap with neither stays as it is written. */
export function messageContent(
  parts: Parts,
  values: PreviewValues,
  language: string,
  base = '',
): MessageContent {
  const isCode = buttonsOf(parts).some(({ type }) => type === 'OTP')
  const offer = partOf(parts, 'LIMITED_TIME_OFFER')?.limited_time_offer
  const code = buttonsOf(parts).find((button) => button.type === 'COPY_CODE')
  return {
    header: {
      kind: headerKind(parts),
      text: filled(parts, 'HEADER', values, `${base}header.`),
      mediaUrl: values[`${base}header.media`] || null,
    },
    offer: offer
      ? { text: offer.text, code: code?.example ?? '', expires: offer.has_expiration !== false }
      : null,
    ...(isCode
      ? codeTexts(parts, values[`${base}body.1`] || '123456', language)
      : {
          body: filled(parts, 'BODY', values, `${base}body.`),
          footer: partOf(parts, 'FOOTER')?.text ?? '',
          buttons: buttonsOf(parts).map(shown),
        }),
    cards: cardsOf(parts).map((card, index) =>
      messageContent(card, values, language, `${base}cards.${index}.`),
    ),
  }
}

function filled(parts: Parts, place: TextPlace, values: PreviewValues, base: string): string {
  const samples = samplesOf(parts, place)
  return textOf(parts, place).replace(
    /\{\{\s*(\w+)\s*\}\}/g,
    (whole, key: string) => values[`${base}${key}`]?.trim() || samples[key]?.trim() || whole,
  )
}

function codeTexts(parts: Parts, code: string, language: string) {
  const { hasSecurityLine, expiryMinutes, text, otpType, autofillText } = codeChoices(parts)
  const words = codeWords(language)
  return {
    body: [words.code(code), hasSecurityLine ? words.security : ''].filter(Boolean).join(' '),
    footer: expiryMinutes === null ? '' : words.expires(expiryMinutes),
    // Without a tap there is no button: the app takes the code by itself.
    buttons:
      otpType === 'ZERO_TAP'
        ? []
        : [
            {
              kind: 'OTP' as const,
              text: (otpType === 'ONE_TAP' ? autofillText || words.autofill : text || words.copy) || null,
            },
          ],
  }
}

function shown(button: DefinitionButton): ShownButton {
  const text = 'text' in button ? (button.text ?? '') : ''
  const byPhone = button.type === 'COPY_CODE' || button.type === 'REQUEST_CONTACT_INFO'
  return { kind: button.type, text: text || !byPhone ? text : null }
}
