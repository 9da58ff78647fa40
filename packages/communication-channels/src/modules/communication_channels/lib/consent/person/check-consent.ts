import { ChannelError } from '../../errors.ts'
import { isVisible } from '../visible.ts'
import type { ConsentBody } from './consent-input.ts'

/** Clocks of shops are not ours: what is said to happen in a moment has happened. */
export const CLOCKS_DIFFER_MS = 5 * 60 * 1000

export interface ConsentTimes {
  occurredAt: Date
  confirmedAt: Date | null
}

/**
 * Nobody is taken to have agreed whom nothing shows to have: an opt-in has the text that they saw, and evidence.
 *
 * @throws ChannelError 422 `text_missing`, `evidence_missing`, `in_the_future`, `confirmed_before`
 */
export function checkConsent(consent: ConsentBody, now: Date): ConsentTimes {
  const { change, text, evidence } = consent
  if (change === 'opt_in') {
    if (text === undefined || !isVisible(text)) throw refusal('text_missing', 'text', ...TEXT_MISSING)
    if (Object.keys(definedOf(evidence)).length === 0)
      throw refusal('evidence_missing', 'evidence', ...EVIDENCE_MISSING)
  }
  const occurredAt = pastTime(consent, 'occurredAt', now) ?? now
  const confirmedAt = pastTime(consent, 'confirmedAt', now)
  if (confirmedAt && confirmedAt < occurredAt)
    throw refusal('confirmed_before', 'confirmedAt', ...CONFIRMED_BEFORE)
  return { occurredAt, confirmedAt }
}

/** What is given: a caller may name what it does not have, or what nobody can read. */
export function definedOf(evidence: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(evidence).flatMap(([name, value]) => (value && isVisible(value) ? [[name, value]] : [])),
  )
}

function pastTime(consent: ConsentBody, field: 'occurredAt' | 'confirmedAt', now: Date): Date | null {
  const told = consent[field]
  if (told === undefined) return null
  const at = new Date(told)
  if (at.getTime() > now.getTime() + CLOCKS_DIFFER_MS) throw refusal('in_the_future', field, ...IN_THE_FUTURE)
  return at > now ? now : at
}

const TEXT_MISSING = [
  'A consent needs the text that the person agreed to.',
  'Copy the words that they were shown, or say what they were told.',
] as const
const EVIDENCE_MISSING = [
  'A consent needs evidence.',
  'Give at least one of a message, an IP address, a document, a link, a reference or a note.',
] as const
const IN_THE_FUTURE = [
  'This time has not come yet.',
  'Give the time when they said it, in UTC or with its offset.',
] as const
const CONFIRMED_BEFORE = [
  'They cannot have confirmed it before they agreed.',
  'Give the time of the confirmation.',
] as const

function refusal(code: string, field: string, sentence: string, action: string): ChannelError {
  return new ChannelError(422, code, sentence, action, { fieldErrors: { [field]: sentence } })
}
