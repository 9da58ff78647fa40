import type { ConsentPurpose, ConsentSource } from '../consent.ts'

export const evidenceFields = ['url', 'ip', 'reference', 'document', 'messageId', 'note'] as const
export type EvidenceField = (typeof evidenceFields)[number]

export type RecordedChange = 'opt_in' | 'opt_out'
export type RecordedSource = Extract<ConsentSource, 'form' | 'checkout' | 'staff'>
export const recordedSources: RecordedSource[] = ['form', 'checkout', 'staff']

/** As `POST /api/communication_channels/consents` takes it. Times are ISO strings in UTC. */
export type ConsentRequest = {
  contactId: string
  purposes: ConsentPurpose[]
  change: RecordedChange
  source: RecordedSource
  occurredAt?: string
  confirmedAt?: string
  text?: string
  textVersion?: string
  language?: string
  evidence: Partial<Record<EvidenceField, string>>
}
