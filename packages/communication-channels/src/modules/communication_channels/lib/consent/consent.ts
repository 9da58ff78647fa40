/** What is kept as consent. Service and authentication need none: the person's own message or request is their basis. */
export const CONSENT_PURPOSES = ['utility', 'marketing'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/**
 * opted_in   the person agreed
 * asked      they were asked to confirm that, until `expiresAt` (double opt-in)
 * confirmed  they answered yes
 * opted_out  they want no more
 * resumed    they took back, at the provider, that they had said so there: what stood before counts again
 */
export const CONSENT_KINDS = ['opted_in', 'asked', 'confirmed', 'opted_out', 'resumed'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

/**
 * By what it is known.
 *
 * form, checkout  the person, on a page of the business
 * message         the person, in a conversation
 * staff           somebody of the business, who was told
 * import          a list of those who agreed elsewhere
 * platform        the person, in the settings of the provider
 * error           the provider, when it refused a message
 */
export const CONSENT_SOURCES = [
  'form',
  'checkout',
  'message',
  'staff',
  'import',
  'platform',
  'error',
] as const
export type ConsentSource = (typeof CONSENT_SOURCES)[number]

/** What a person said or did about being written to, as it enters the ledger. */
export interface ConsentEvent {
  /** Of what happened: the same for the same fact, however often it is told. */
  sourceKey: string
  purpose: ConsentPurpose
  kind: ConsentKind
  source: ConsentSource
  /** The platform's time, or when they agreed as the evidence has it. */
  occurredAt: Date
  /** Of one `opted_in` elsewhere that was confirmed there. */
  confirmedAt: Date | null
  /** Of one `asked`: until when an answer counts. */
  expiresAt: Date | null
}
