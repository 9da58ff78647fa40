import { randomUUIDv7 } from 'node:crypto'
import { restateConversations } from '../conversation-summary.ts'
import { type Db, sql } from '../db.ts'
import type { Assignment } from './assign-contacts.ts'
import type { Move } from './contact-changes.ts'
import { type Realm, timeOf } from './realm.ts'

interface Thread {
  id: string
  channelId: string
  contactId: string
  isMerged: boolean
}

/**
 * Lets threads follow their people. What one brought in goes with them, whole threads where everything does; a thread
 * that is left empty stays and says where it went. Threads are locked first, so that a message which is being queued is
 * in its thread before the thread's messages move, or follows it. Nothing that was received or sent is rewritten.
 *
 * @returns the conversations that changed; their windows, last messages and unread counts are worked out anew
 */
export async function moveThreads(
  db: Db,
  realm: Realm,
  { moves, absorbed }: Pick<Assignment, 'moves' | 'absorbed'>,
): Promise<string[]> {
  if (moves.length === 0 && absorbed.length === 0) return []
  const changed = new Set<string>()
  if (moves.length > 0) await movePart(db, realm, moves, changed)
  if (absorbed.length > 0) {
    const into = new Map(absorbed.map((one) => [one.absorbed, one.survivor]))
    await moveWhole(db, into, changed)
  }
  await restateConversations(db, [...changed])
  return [...changed]
}

async function lockThreads(db: Db, contactIds: Iterable<string>): Promise<Thread[]> {
  const { rows } = await sql<Thread>`
    select id, channel_id as "channelId", contact_id as "contactId", merged_into_id is not null as "isMerged"
    from cc_external_conversations where contact_id = any(${[...new Set(contactIds)]}::uuid[])
    order by id for update`.execute(db)
  return rows
}

/** Of a thread that goes on: what was filed under an identity that is somebody else's now. */
async function movePart(db: Db, realm: Realm, moves: Move[], changed: Set<string>): Promise<void> {
  await lockThreads(
    db,
    moves.flatMap((move) => [move.fromContactId, move.toContactId]),
  )
  const moving = sql`
    unnest(
      ${moves.map((move) => move.identityId)}::uuid[],
      ${moves.map((move) => timeOf(move.from))}::timestamptz[],
      ${moves.map((move) => timeOf(move.until))}::timestamptz[],
      ${moves.map((move) => move.fromContactId)}::uuid[],
      ${moves.map((move) => move.toContactId)}::uuid[]) as p (identity_id, from_at, until_at, former, contact_id)
    join cc_external_conversations v on v.contact_id = p.former
    join cc_external_messages m on m.conversation_id = v.id and m.identity_id = p.identity_id
      and m.sent_at >= p.from_at and m.sent_at < p.until_at`
  const { rows: needed } = await sql<{ channelId: string; contactId: string }>`
    select distinct v.channel_id as "channelId", p.contact_id as "contactId" from ${moving}`.execute(db)
  if (needed.length === 0) return
  await sql`
    insert into cc_external_conversations as c (id, tenant_id, organization_id, channel_id, contact_id)
    select v.id, ${realm.tenantId}::uuid, ${realm.organizationId}::uuid, v.channel_id, v.contact_id
    from unnest(${needed.map(() => randomUUIDv7())}::uuid[], ${needed.map((one) => one.channelId)}::uuid[],
                ${needed.map((one) => one.contactId)}::uuid[]) as v (id, channel_id, contact_id)
    on conflict (channel_id, contact_id) do update set merged_into_id = null`.execute(db)
  const { rows } = await sql<{ source: string; target: string }>`
    with moved as (
      select m.id, v.id as source, t.id as target from ${moving}
      join cc_external_conversations t on t.channel_id = v.channel_id and t.contact_id = p.contact_id
    ), written as (
      update cc_external_messages m set conversation_id = moved.target from moved where m.id = moved.id
    )
    select distinct source, target from moved`.execute(db)
  for (const { source, target } of rows) changed.add(source).add(target)
  // One who has nothing left there is found where most would look.
  await pointOn(
    db,
    [...Map.groupBy(rows, ({ source }) => source)].map(([source, of]) => ({
      source,
      target: of.map(({ target }) => target).sort()[0]!,
    })),
  )
}

async function pointOn(db: Db, pairs: { source: string; target: string }[]): Promise<void> {
  await sql`
    update cc_external_conversations c set merged_into_id = p.target
    from unnest(${pairs.map((pair) => pair.source)}::uuid[], ${pairs.map((pair) => pair.target)}::uuid[])
      as p (source, target)
    where (c.id = p.source or c.merged_into_id = p.source)
      and not exists (select 1 from cc_external_messages m where m.conversation_id = p.source)`.execute(db)
}

/** Of contacts that are no more: everything. The thread itself goes on where the survivor has none on its channel. */
async function moveWhole(db: Db, into: Map<string, string>, changed: Set<string>): Promise<void> {
  const threads = await lockThreads(db, [...into.keys(), ...into.values()])
  const placeOf = (thread: Thread) => `${thread.channelId}|${into.get(thread.contactId) ?? thread.contactId}`
  const renamed: { id: string; contactId: string }[] = []
  const merged: { source: string; target: string }[] = []
  const woken: string[] = []
  for (const here of Map.groupBy(threads, placeOf).values()) {
    const sources = here.filter((thread) => into.has(thread.contactId) && !thread.isMerged)
    const own = here.find((thread) => !into.has(thread.contactId))
    const [first, ...rest] = sources
    if (!first) continue
    if (own?.isMerged) woken.push(own.id)
    if (!own) renamed.push({ id: first.id, contactId: into.get(first.contactId)! })
    const target = own ?? first
    for (const source of own ? sources : rest) merged.push({ source: source.id, target: target.id })
    changed.add(target.id)
  }
  if (woken.length > 0) {
    await sql`update cc_external_conversations set merged_into_id = null where id = any(${woken}::uuid[])`.execute(
      db,
    )
  }
  if (renamed.length > 0) {
    await sql`
      update cc_external_conversations c set contact_id = r.contact_id, updated_at = now()
      from unnest(${renamed.map((one) => one.id)}::uuid[], ${renamed.map((one) => one.contactId)}::uuid[])
        as r (id, contact_id)
      where c.id = r.id`.execute(db)
  }
  if (merged.length === 0) return
  await sql`
    update cc_external_messages m set conversation_id = p.target
    from unnest(${merged.map((pair) => pair.source)}::uuid[], ${merged.map((pair) => pair.target)}::uuid[])
      as p (source, target)
    where m.conversation_id = p.source`.execute(db)
  await pointOn(db, merged)
  for (const { source } of merged) changed.add(source)
}
