import { createTranslator } from '@open-mercato/shared/lib/i18n/translate'
import type { Reason, ReasonCode } from './decision.ts'
import { OBJECTION_WORDS, type Words } from './objection-words.ts'
import { PERMIT_WORDS, WAIT_WORDS } from './permit-words.ts'
import type { Reader } from './reader.ts'
import { inWords } from './reason-params.ts'

/** Every code has its words; the compiler says where one is missing. */
export const REASON_WORDS: Record<ReasonCode, Words> = {
  ...OBJECTION_WORDS,
  ...PERMIT_WORDS,
  ...WAIT_WORDS,
}

const ENGLISH: Reader = { t: createTranslator({}), locale: 'en', timeZone: 'UTC' }

export interface SaidReason {
  sentence: string
  action: string | null
}

/**
 * A reason as a person reads it: what is the case, and what to do about it where something can be done. Without a reader
 * in English, its times in UTC.
 */
export function sayReason(
  { code, params }: Pick<Reason, 'code' | 'params'>,
  reader: Reader = ENGLISH,
): SaidReason {
  const words: Words = REASON_WORDS[code]
  const said = inWords(code, params, reader)
  const sentence = reader.t(`communication_channels.policy.reason.${code}`, words.sentence, said)
  return {
    sentence: sentence.replaceAll(/ +(?=[ .,:])/g, ''),
    action: words.action && reader.t(`communication_channels.policy.action.${code}`, words.action, said),
  }
}
