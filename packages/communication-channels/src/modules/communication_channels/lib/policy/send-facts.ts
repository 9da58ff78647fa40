import type { TemplateCandidate } from '../adapter/template-candidate.ts'
import type { ConsentPurpose } from '../consent/consent.ts'
import type { ConsentRules } from '../consent/consent-rules.ts'
import type { ConsentState } from '../consent/consent-state.ts'
import type { Purpose } from './purpose.ts'

/** What the policy must know to decide. It asks nobody: all of it is handed in. */
export interface SendFacts {
  now: Date
  /** When it is to leave: now, or the time for which it is scheduled. */
  leavesAt: Date
  intent: IntentFacts
  channel: {
    isEnabled: boolean
    isIntegrationEnabled: boolean
    /** Where a provider knows no templates, nothing but free content can leave. */
    hasTemplates: boolean
  }
  sender: SenderHealth
  person: PersonFacts
  consent: Record<ConsentPurpose, ConsentState>
  rules: Pick<ConsentRules, 'doubleOptIn' | 'utilityBasis'>
  /** The window for free content. `lengthMs` null: the provider knows none. */
  window: WindowFacts
  /** What keeps it back for a while, however right it is. */
  waits: WaitFact[]
}

/** Free content; a template that somebody chose; or a notification, for which the policy chooses. */
export type IntentFacts =
  | { kind: 'free'; purpose: Purpose; requestedAt?: Date | null; asksConsent?: boolean }
  | { kind: 'template'; template: TemplateCandidate; requestedAt?: Date | null; asksConsent?: boolean }
  | {
      kind: 'notification'
      name: string
      /** For what its words were queued. Absent: what its template is for. */
      purpose?: Purpose | undefined
      /** Whether the caller gave words that may go out as they are while the window is open. */
      hasText: boolean
      candidates: TemplateCandidate[]
      /** In which they were looked for, the best first. Absent: it was decided when it was queued. */
      languages?: string[]
      requestedAt?: Date | null
      asksConsent?: boolean
    }

export interface PersonFacts {
  /** Since when nobody may write to them. */
  blockedAt: Date | null
  /** When they last wrote to the organisation. */
  lastWroteAt: Date | null
  /** ISO 3166 code of a country where the provider delivers no marketing, where they are in one. */
  barredRegion: string | null
}

export interface WindowFacts {
  expiresAt: Date | null
  lengthMs: number | null
}

/** How the number and its account stand with the provider. */
export interface SenderHealth {
  /** Nothing leaves at all. */
  blocked: HealthProblem | null
  /** Answers leave; nothing that the business begins. */
  restricted: HealthProblem | null
}

export interface HealthProblem {
  /** The provider's own word for it. */
  name: string
  until: Date | null
}

export interface WaitFact {
  code: 'circuit_open' | 'portfolio_limit' | 'organization_limit'
  until: Date
}

export const HEALTHY: SenderHealth = { blocked: null, restricted: null }
