import { randomUUIDv7 } from 'node:crypto'
import { type Db, sql } from '../db.ts'
import { type Assignment, type AssignmentInput, assignContacts, undecidedNodes } from './assign-contacts.ts'
import type { Absorption } from './contact-changes.ts'
import { nodeKey, type Partition } from './evidence.ts'
import type { Folded } from './fold-identities.ts'
import { type LoadedPeople, loadPeople } from './load-people.ts'
import { moveThreads } from './move-threads.ts'
import { partition } from './partition.ts'
import { type Realm, timeOf } from './realm.ts'
import { identityKey } from './sighting.ts'
import { writeContacts, writeHolders } from './write-people.ts'

/** Something is filed under an identity; of a phone, by what was said when. */
export interface Filing {
  identityId: string
  at: number | null
}

export interface Settled {
  /** Whose an identity is; of a phone, whose it was then. Null where nobody has a contact for it. */
  contactAt(identityId: string, at: number): string | null | undefined
  absorbed: Absorption[]
  split: Assignment['split']
  /** All who changed, those who are new among them: what is known of them is to be shown anew. */
  contactIds: string[]
  changedConversations: string[]
}

const NOTHING: Settled = {
  contactAt: () => undefined,
  absorbed: [],
  split: [],
  contactIds: [],
  changedConversations: [],
}

/**
 * Works out anew who is who among everybody whom the given identities touch, and makes the rows say so: contacts are
 * made, merged and split, and threads follow. In sets, however many there are. The realm is held by the caller.
 */
export async function settlePeople(
  db: Db,
  realm: Realm,
  identityIds: Set<string>,
  filings: Filing[],
  folded: Folded = new Map(),
): Promise<Settled> {
  if (identityIds.size === 0) return NOTHING
  const loaded = await loadPeople(db, identityIds)
  const found = partition(loaded.evidence, (id) => identityKey(loaded.identities.get(id)!))
  const base = { loaded, partition: found, folded, filed: filedNodes(filings, loaded, found) }
  const assignment = assignContacts({ ...base, ...(await lookUp(db, base)), newContactId: randomUUIDv7 })
  await writeContacts(db, realm, loaded, assignment)
  await writeHolders(db, loaded, found, assignment)
  const changedConversations = await moveThreads(db, realm, assignment)
  return {
    contactAt: (identityId, at) => contactAt(identityId, at, loaded, found, assignment),
    absorbed: assignment.absorbed,
    split: assignment.split,
    contactIds: changedContacts(loaded, assignment),
    changedConversations,
  }
}

function filedNodes(filings: Filing[], { identities }: LoadedPeople, found: Partition): Set<string> {
  return new Set(
    filings
      .filter(({ identityId }) => identities.has(identityId))
      .map(({ identityId, at }) =>
        nodeKey({ identityId, from: at === null ? null : borderAt(found, identityId, at) }),
      ),
  )
}

function borderAt({ tenures }: Partition, phoneId: string, at: number): number {
  return tenures.get(phoneId)!.findLast((from) => from <= at)!
}

function contactAt(
  identityId: string,
  at: number,
  { identities }: LoadedPeople,
  found: Partition,
  { contactOf }: Assignment,
): string | null | undefined {
  const identity = identities.get(identityId)
  if (!identity) return undefined
  const from = identity.kind === 'phone' ? borderAt(found, identityId, at) : null
  return contactOf.get(nodeKey({ identityId, from }))
}

/** What only the database can say of people who would have no contact. */
async function lookUp(
  db: Db,
  base: Omit<AssignmentInput, 'filedBefore' | 'dormant' | 'newContactId'>,
): Promise<Pick<AssignmentInput, 'filedBefore' | 'dormant'>> {
  const { nodes, origins } = undecidedNodes(base)
  if (nodes.length === 0) return { filedBefore: new Set(), dormant: new Set() }
  const wanted = nodes.flatMap((node) => node.former.map((contactId) => ({ node, contactId })))
  const { rows } = await sql<{ nth: number }>`
    with wanted as (
      select * from unnest(
        ${wanted.map(({ node }) => node.identityId)}::uuid[],
        ${wanted.map(({ node }) => timeOf(node.from ?? Number.NEGATIVE_INFINITY))}::timestamptz[],
        ${wanted.map(({ node }) => timeOf(node.until))}::timestamptz[],
        ${wanted.map(({ contactId }) => contactId)}::uuid[])
        with ordinality as w (identity_id, from_at, until_at, contact_id, nth))
    select w.nth::int from wanted w
    join cc_external_conversations v on v.contact_id = w.contact_id
    join cc_external_messages m on m.conversation_id = v.id and m.identity_id = w.identity_id
      and m.sent_at >= w.from_at and m.sent_at < w.until_at
    union
    select w.nth::int from wanted w
    cross join lateral (
      select w.identity_id union all select f.id from cc_folded_identities f where f.kept_id = w.identity_id) known (id)
    join cc_consent_events e on e.identity_id = known.id
      and e.occurred_at >= w.from_at and e.occurred_at < w.until_at`.execute(db)
  const { rows: dormant } = await sql<{ id: string }>`
    select id from cc_external_contacts
    where id = any(${origins}::uuid[]) and merged_into_id is not null`.execute(db)
  return {
    filedBefore: new Set(rows.map(({ nth }) => nodeKey(wanted[nth - 1]!.node))),
    dormant: new Set(dormant.map(({ id }) => id)),
  }
}

function changedContacts({ identities, holdings }: LoadedPeople, { contactOf }: Assignment): string[] {
  const all = new Set([
    ...contactOf.values(),
    ...[...identities.values()].map(({ contactId }) => contactId),
    ...[...holdings.values()].flat().map(({ contactId }) => contactId),
  ])
  return [...all].filter((id) => id !== null)
}
