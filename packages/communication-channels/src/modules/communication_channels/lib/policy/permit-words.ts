import type { ReasonCode } from './decision.ts'
import type { Words } from './objection-words.ts'

/** Why a message may leave. */
export const PERMIT_WORDS = {
  consent_given: {
    sentence: 'This person agreed to {purpose} on {at} {source}.',
    action: null,
  },
  consent_confirmed: {
    sentence: 'This person agreed to {purpose} {source} and confirmed it on {confirmedAt}.',
    action: null,
  },
  wrote_first: {
    sentence:
      'This person wrote to you on {at}; your organisation counts that as enough for messages about orders and appointments.',
    action: null,
  },
  asks_for_consent: {
    sentence: 'It only asks whether this person really wants what they agreed to on {at} {source}.',
    action: null,
  },
  requested: {
    sentence: 'The person asked for this code on {at}.',
    action: null,
  },
  has_written: {
    sentence: 'This person has written to you, last on {at}.',
    action: null,
  },
  window_open: {
    sentence: 'The customer wrote recently, so you can write freely until {at}.',
    action: null,
  },
  window_not_needed: {
    sentence:
      'It is an approved template, and those may also leave when the customer has not written lately.',
    action: null,
  },
  no_window: {
    sentence: 'This provider sets no time limit for writing freely.',
    action: null,
  },
  template_usable: {
    sentence: 'The template “{name}” ({language}) is approved and complete.',
    action: null,
  },
  language_fallback: {
    sentence:
      'It leaves in another language ({language}): no template for it may leave in the one that comes first ({wanted}).',
    action: null,
  },
} as const satisfies Partial<Record<ReasonCode, Words>>

/** What keeps a message back for a while. */
export const WAIT_WORDS = {
  sender_blocked_until: {
    sentence: 'The provider lets nothing leave from this number until {until} ({name}).',
    action:
      'Nothing has to be done: it leaves by itself afterwards. An administrator finds the reason under Integrations.',
  },
  sender_restricted_until: {
    sentence: 'Until {until} the provider lets this number only answer, not begin a conversation ({name}).',
    action: 'Nothing has to be done: it leaves by itself afterwards.',
  },
  circuit_open: {
    sentence: 'Sending from this number is paused until {until}, because too much went wrong.',
    action: 'Nothing has to be done: it leaves by itself afterwards.',
  },
  portfolio_limit: {
    sentence:
      'The provider limits how many people may be written to within a day; there is room again on {until}.',
    action: 'Nothing has to be done: it leaves by itself then.',
  },
  organization_limit: {
    sentence: 'The limit of automatic messages per minute is reached; there is room again on {until}.',
    action: 'Nothing has to be done: it leaves by itself then.',
  },
} as const satisfies Partial<Record<ReasonCode, Words>>
