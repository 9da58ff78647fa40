import type { ConsentPurpose } from '../consent.ts'
import type { ConsentRequest, EvidenceField, RecordedChange, RecordedSource } from './consentRequest.ts'

/** What is being typed; times are ISO strings in UTC, null for now or never. */
export type ConsentDraft = {
  change: RecordedChange
  purposes: ConsentPurpose[]
  source: RecordedSource
  occurredAt: string | null
  confirmedAt: string | null
  text: string
  textVersion: string
  language: string | null
  evidence: Partial<Record<EvidenceField, string>>
}

export function emptyDraft(change: RecordedChange): ConsentDraft {
  return {
    change,
    purposes: ['marketing'],
    source: change === 'opt_in' ? 'form' : 'staff',
    occurredAt: null,
    confirmedAt: null,
    text: '',
    textVersion: '',
    language: null,
    evidence: {},
  }
}

/** By which of them one can show that they agreed; another way of agreeing leaves other traces. */
const EVIDENCE_OF: Record<RecordedSource, EvidenceField[]> = {
  form: ['url', 'ip', 'document', 'reference', 'note'],
  checkout: ['reference', 'url', 'ip', 'note'],
  staff: ['note', 'document', 'reference'],
}

/** That they want no more needs no evidence: a note is enough. */
export function evidenceAsked({ change, source }: ConsentDraft): EvidenceField[] {
  return change === 'opt_in' ? EVIDENCE_OF[source] : ['note']
}

/** Only marketing is ever agreed to twice. */
export function asksConfirmation({ change, purposes }: ConsentDraft): boolean {
  return change === 'opt_in' && purposes.includes('marketing')
}

export type DraftField = 'purposes' | 'text' | 'evidence' | 'occurredAt' | 'confirmedAt'
export type DraftProblem = 'missing' | 'inFuture' | 'beforeOptIn'
export type DraftProblems = Partial<Record<DraftField, DraftProblem>>

/** `now` in milliseconds. */
export function draftProblems(draft: ConsentDraft, now: number): DraftProblems {
  const problems: DraftProblems = {}
  const { change, purposes, text, occurredAt, confirmedAt } = draft
  if (purposes.length === 0) problems.purposes = 'missing'
  if (occurredAt && Date.parse(occurredAt) > now) problems.occurredAt = 'inFuture'
  if (change === 'opt_out') return problems
  if (!text.trim()) problems.text = 'missing'
  if (Object.keys(givenEvidence(draft)).length === 0) problems.evidence = 'missing'
  if (!confirmedAt || !asksConfirmation(draft)) return problems
  if (Date.parse(confirmedAt) > now) problems.confirmedAt = 'inFuture'
  else if (Date.parse(confirmedAt) < (occurredAt ? Date.parse(occurredAt) : now))
    problems.confirmedAt = 'beforeOptIn'
  return problems
}

export function requestOf(contactId: string, draft: ConsentDraft): ConsentRequest {
  const { change, purposes, source, occurredAt, confirmedAt, language } = draft
  const [text, textVersion] = [draft.text.trim(), draft.textVersion.trim()]
  const isOptIn = change === 'opt_in'
  return {
    ...{ contactId, purposes, change, source, evidence: givenEvidence(draft) },
    ...(text ? { text } : {}),
    ...(occurredAt ? { occurredAt } : {}),
    ...(isOptIn && textVersion ? { textVersion } : {}),
    ...(isOptIn && language ? { language } : {}),
    ...(confirmedAt && asksConfirmation(draft) ? { confirmedAt } : {}),
  }
}

/** What was typed into a field that is not asked for any more is left out. */
function givenEvidence(draft: ConsentDraft): ConsentDraft['evidence'] {
  const given = evidenceAsked(draft).map((field) => [field, draft.evidence[field]?.trim()] as const)
  return Object.fromEntries(given.filter(([, value]) => value))
}
