import { firstIndex } from './first-index.ts'

/**
 * What is known about people: only ever added to, in whatever order and however often it is told. Who is who follows
 * from it (`partition.ts`). Ids are those of identities (`cc_contact_identities`); times are milliseconds.
 */
export interface Evidence {
  users: { id: string; namespace: string }[]
  phones: string[]
  claims: Claim[]
  successions: Succession[]
  decisions: Decision[]
}

/** A phone was seen with a user id, first and last. */
export interface Claim {
  userId: string
  phoneId: string
  firstAt: number
  lastAt: number
}

/**
 * Whoever had `from` has `to` since then. From a phone to a user id: whoever had that phone at that time.
 */
export interface Succession {
  fromId: string
  toId: string
  at: number
}

/** A phone belongs to different people at different times, so it is named with one. */
export interface Member {
  identityId: string
  /** Null for a user id. */
  at: number | null
}

/** A person's word: `together` makes one of both sides, `apart` keeps every one of the left from every one of the right. */
export interface Decision {
  id: string
  kind: 'together' | 'apart'
  at: number
  left: Member[]
  right: Member[]
}

/** A user id, or a phone from a certain time on: -Infinity for its first holder. */
export interface Node {
  identityId: string
  from: number | null
}

export type LinkReason = 'user_id_changed' | 'phone_changed' | 'same_phone' | 'by_person'

/** What made one person of two nodes. */
export interface Link {
  a: string
  b: string
  reason: LinkReason
  at: number
}

export interface Person {
  nodes: Node[]
  links: Link[]
}

export interface Partition {
  people: Person[]
  /** Of each phone, since when it has changed hands, ascending: the first is -Infinity. */
  tenures: Map<string, number[]>
  /** User ids that are another one by now, since when. */
  retired: Map<string, number>
}

export function nodeKey({ identityId, from }: Node): string {
  return from === null ? identityId : `${identityId}@${from}`
}

/** Until when a node is one: a phone, until it changes hands. */
export function untilOf({ identityId, from }: Node, { tenures }: Partition): number {
  if (from === null) return Number.POSITIVE_INFINITY
  const borders = tenures.get(identityId)!
  return borders[firstIndex(borders, (border) => border > from)] ?? Number.POSITIVE_INFINITY
}
