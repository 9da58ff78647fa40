import {
  type ConsentEntry,
  type ConsentPurpose,
  consentPurposes,
  type PersonConsents,
  type PurposeConsent,
  type Undone,
} from './consent.ts'

/** Something that happened, of one purpose or of several at once. */
export type StoryPart = ConsentEntry & { purposes: ConsentPurpose[] }

/** What was said in one breath, such as a form with two ticks, is told once. */
export function storyOf(events: ConsentEntry[]): StoryPart[] {
  const parts: StoryPart[] = []
  const latest = new Map<string, StoryPart>()
  for (const event of events) {
    const fact = sameFact(event)
    const known = latest.get(fact)
    if (known && !known.purposes.includes(event.purpose)) {
      known.purposes.push(event.purpose)
      continue
    }
    const part = { ...event, purposes: [event.purpose] }
    latest.set(fact, part)
    parts.push(part)
  }
  return parts.map((part) => ({ ...part, purposes: inTheirOrder(part.purposes) }))
}

/** What is on record and what did not follow from it, in one order: the latest first, to the second that is known. */
export function tellingOf({ events, undone }: PersonConsents): ({ part: StoryPart } | { undone: Undone })[] {
  const told = [
    ...undone.map((one) => ({ at: secondOf(one.at), line: { undone: one } })),
    ...storyOf(events).map((part) => ({ at: secondOf(part.occurredAt), line: { part } })),
  ]
  return told.sort((one, other) => other.at - one.at).map(({ line }) => line)
}

function secondOf(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000)
}

function inTheirOrder(purposes: ConsentPurpose[]): ConsentPurpose[] {
  return consentPurposes.filter((purpose) => purposes.includes(purpose))
}

function sameFact({ id, seq, purpose, ...fact }: ConsentEntry): string {
  return JSON.stringify({ ...fact, evidence: Object.entries(fact.evidence).sort() })
}

/**
 * The event by which somebody stands as they do; of what they confirmed, the one that says to what they agreed. Null
 * where the story does not have it.
 */
export function decidingEvent({ events }: PersonConsents, consent: PurposeConsent): ConsentEntry | null {
  const { state, since, purpose } = consent
  if (state === 'none' || !since) return null
  const until = Date.parse(since)
  const told = events.filter(
    (event) => event.purpose === purpose && event.kind === state && Date.parse(event.occurredAt) <= until,
  )
  const [latest] = told.sort((one, other) => Date.parse(other.occurredAt) - Date.parse(one.occurredAt))
  return latest ?? null
}
