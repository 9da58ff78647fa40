/** How a person stands, as `GET /api/communication_channels/contacts/:id/consents` returns it. Times are ISO strings in UTC. */
export type PersonConsents = {
  contactId: string
  channelType: string
  /** Always of both purposes. */
  consents: PurposeConsent[]
  basis: { firstWroteAt: string | null }
  /** What of the organisation's rules says what follows from a consent. */
  rules: {
    doubleOptIn: boolean
    stopEnds: 'marketing' | 'everything_but_service'
    utilityBasis: { checkout: boolean; form: boolean; wroteFirst: boolean }
  }
  block: Block | null
  /** Newest first. */
  events: ConsentEntry[]
  /** What was to follow from it, and did not; newest first. */
  undone: Undone[]
}

export const consentPurposes = ['marketing', 'utility'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
export type ConsentSource = 'form' | 'checkout' | 'message' | 'staff' | 'import' | 'platform' | 'error'

export type PurposeConsent = {
  purpose: ConsentPurpose
  state: 'none' | 'opted_in' | 'opted_out'
  since: string | null
  source: ConsentSource | null
  confirmedAt: string | null
  /** The last question whether they really want it. */
  asked: { at: string; expiresAt: string } | null
}

export type Person = { userId: string; name: string | null }

export type Block = { at: string; by: Person | null; reason: string | null }

export type Undone = {
  id: string
  /** To be asked to confirm, to be told what their word did, to have called back what was queued. */
  what: 'question' | 'answer' | 'recall'
  at: string
  /** When it is tried again by itself; null where it is not. */
  retryAt: string | null
  problem: { code: string; message: string; action: string | null }
  providerKey: string
  conversationId: string | null
}

export type ConsentEntry = {
  id: string
  seq: string | number
  purpose: ConsentPurpose
  kind: 'opted_in' | 'asked' | 'confirmed' | 'opted_out' | 'resumed'
  source: ConsentSource
  occurredAt: string
  recordedAt: string
  confirmedAt: string | null
  expiresAt: string | null
  actor: Person | null
  language: string | null
  textVersion: string | null
  /** What they were shown, or what they wrote. */
  text: string | null
  evidence: Record<string, string>
  /** The words are gone on request; that it happened stays. */
  isErased: boolean
  /** The words are gone, and nobody erased them. */
  isMissing: boolean
  messageId: string | null
  conversationId: string | null
}
