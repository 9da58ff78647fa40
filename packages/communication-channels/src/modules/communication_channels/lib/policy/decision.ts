import { z } from 'zod'

/**
 * allow         it may leave as it is
 * use_template  a template may leave: the one named, or, where none is, one that a person has to choose
 * wait          it may leave, and not before `until`
 * refuse        it may not
 */
export const OUTCOMES = ['allow', 'use_template', 'wait', 'refuse'] as const

/**
 * objects   this stands against it
 * waits     this keeps it back for a while
 * permits   this is why it may leave
 */
export const reason = z.object({
  code: z.string(),
  effect: z.enum(['objects', 'waits', 'permits']),
  /** What its sentence names; times are ISO. */
  params: z.record(z.string(), z.string()),
})
export interface Reason {
  code: ReasonCode
  effect: 'objects' | 'waits' | 'permits'
  params: Record<string, string>
}

export const decision = z.object({
  outcome: z.enum(OUTCOMES),
  /** In the order of their weight: what objects, what waits, what permits. */
  reasons: z.array(reason),
  template: z.object({ name: z.string(), language: z.string() }).nullable(),
  until: z.iso.datetime().nullable(),
})
export interface Decision {
  outcome: (typeof OUTCOMES)[number]
  reasons: Reason[]
  template: { name: string; language: string } | null
  until: string | null
}

/** Why a message that waited was taken back by itself, and when. */
export interface Stop {
  /** ISO, in UTC. */
  at: string
  decision: Decision
}

export const REASON_CODES = [
  'integration_disabled',
  'channel_disabled',
  'sender_blocked',
  'sender_restricted',
  'person_blocked',
  'marketing_barred_in_region',
  'opted_out',
  'no_consent',
  'not_confirmed',
  'no_basis',
  'basis_not_accepted',
  'consent_given',
  'consent_confirmed',
  'wrote_first',
  'asks_for_consent',
  'nothing_to_confirm',
  'not_requested',
  'request_too_old',
  'requested',
  'never_wrote',
  'has_written',
  'window_never_opened',
  'window_closed',
  'window_closes_before',
  'window_open',
  'window_not_needed',
  'no_window',
  'templates_unknown',
  'no_template_for_notification',
  'template_missing',
  'template_in_review',
  'template_rejected',
  'template_paused',
  'template_disabled',
  'template_unsupported',
  'template_data_missing',
  'template_usable',
  'language_fallback',
  'sender_blocked_until',
  'sender_restricted_until',
  'circuit_open',
  'portfolio_limit',
  'organization_limit',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

/** The reason that stands first: why it may not leave, or why it may. */
export function mainReason({ reasons }: Decision): Reason | undefined {
  return reasons[0]
}
