/** What `GET /consents/verify` found. Times are ISO, in UTC. */
export type Verification = {
  holds: boolean
  checked: number
  head: { seq: number; hash: string; updatedAt: string } | null
  /** At most a hundred. */
  findings: Finding[]
  /** Entries whose words were erased on request. */
  erasedWords: number
}

export type Finding = {
  kind: string
  seq: number | null
  eventId: string | null
  occurredAt: string | null
  contactId: string | null
  /** In English, for who has no words for the kind. */
  sentence: string
}
