import type { ConsentEvent } from '../consent.ts'
import type { ConsentWords } from './entry.ts'

/** What somebody said or did about being written to, and by what that can be shown. */
export interface NewConsent extends ConsentEvent {
  identityId: string
  channelType: string
  /** Who of the business recorded it. */
  actorUserId: string | null
  language: string | null
  textVersion: string | null
  words: ConsentWords
}

export interface RecordedConsent extends NewConsent {
  eventId: string
  /** Whoever had the identity then; null where nobody is known to. */
  contactId: string | null
}
