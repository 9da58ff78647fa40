import { type Db, sql, type Timestamp } from '../../db.ts'
import type { Purpose } from '../../policy/purpose.ts'
import type { Scope } from '../../scope.ts'
import type { Leaving, Waiting } from './plan-leaving.ts'

/** A message that nobody else takes, until its claim lapses. */
export interface ReservedMessage {
  id: string
  tenantId: string
  organizationId: string
  channelId: string
  conversationId: string
  /** Encrypted JSON of the content. */
  content: string
  /** The same of the template that may leave in its place. */
  templateContent: string | null
  replyToExternalId: string | null
  /** Null for what was queued before messages had one. */
  purpose: Purpose | null
  notification: string | null
  requestedAt: Timestamp | null
  batchId: string | null
  /** Which attempt this is going to be, from 1. */
  attemptCount: number
}

/** What a process reserved and never began is due again after this. */
const CLAIM_MS = 30_000

/** Those that are gone meanwhile, or that somebody else is changing at the moment, are not in the answer. */
export async function claim(db: Db, ids: string[], claimId: string, now: Date): Promise<ReservedMessage[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ReservedMessage>`
    update cc_external_messages m
    set claim_id = ${claimId}, claimed_until = ${new Date(now.getTime() + CLAIM_MS)}, wait_code = null
    from (
      select id from cc_external_messages
      where id = any(${ids}::uuid[]) and status = 'queued' and (claimed_until is null or claimed_until <= ${now})
      order by id for update skip locked) free
    where m.id = free.id
    returning m.id, m.tenant_id as "tenantId", m.organization_id as "organizationId",
              m.channel_id as "channelId", m.conversation_id as "conversationId", m.content,
              m.template_content as "templateContent",
              m.reply_to_external_id as "replyToExternalId", m.purpose, m.notification,
              m.requested_at as "requestedAt", m.batch_id as "batchId",
              m.attempt_count + 1 as "attemptCount"`.execute(db)
  return rows
}

export async function putOff(db: Db, waiting: Waiting[], now: Date): Promise<void> {
  if (waiting.length === 0) return
  await sql`
    update cc_external_messages m set next_attempt_at = w.at, wait_code = w.code
    from unnest(${waiting.map(({ candidate }) => candidate.id)}::uuid[],
                ${waiting.map(({ at }) => new Date(Math.ceil(at)))}::timestamptz[],
                ${waiting.map(({ code }) => code)}::text[]) as w (id, at, code)
    where m.id = w.id and m.id in (
      select id from cc_external_messages
      where id = any(${waiting.map(({ candidate }) => candidate.id)}::uuid[]) and status = 'queued'
        and (claimed_until is null or claimed_until <= ${now})
      order by id for update skip locked)`.execute(db)
}

/**
 * What else is due for a person who has been written to often enough waits behind the one that was put off, each for its
 * own time: so it is not looked at again and again.
 */
export async function putOffBehind(
  db: Db,
  { candidate, at }: Waiting,
  spacingMs: number,
  now: Date,
): Promise<void> {
  await sql`
    update cc_external_messages m
    set next_attempt_at = ${new Date(Math.ceil(at))}::timestamptz + place * make_interval(secs => ${spacingMs / 1000}),
        wait_code = 'person_pace'
    from (
      select id, row_number() over (order by id) as place from (
        select id from cc_external_messages
        where conversation_id = ${candidate.conversationId} and status = 'queued' and id > ${candidate.id}
          and priority >= ${candidate.priority} and next_attempt_at <= ${now} and claimed_until is null
        order by id for update skip locked) due) behind
    where m.id = behind.id`.execute(db)
}

/** All that is due from a number whose circuit is open waits for its end; some hundreds at a time. */
export async function putOffForCircuit(db: Db, channelId: string, until: Date, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update cc_external_messages m set next_attempt_at = ${until}, wait_code = 'circuit_open'
    from (
      select id from cc_external_messages
      where channel_id = ${channelId} and status = 'queued' and next_attempt_at <= ${now}
        and (claimed_until is null or claimed_until <= ${now})
      order by priority, next_attempt_at, id limit 500 for update skip locked) due
    where m.id = due.id`.execute(db)
  return Number(numAffectedRows ?? 0)
}

export async function savePairs(
  db: Db,
  { tenantId, organizationId }: Scope,
  leaving: Leaving[],
): Promise<void> {
  const paid = leaving.filter(({ paidUntil }) => paidUntil !== null)
  if (paid.length === 0) return
  await sql`
    insert into cc_pair_paces (conversation_id, tenant_id, organization_id, paid_until)
    select id, ${tenantId}, ${organizationId}, until
    from unnest(${paid.map(({ candidate }) => candidate.conversationId)}::uuid[],
                ${paid.map(({ paidUntil }) => new Date(Math.ceil(paidUntil!)))}::timestamptz[]) as v (id, until)
    on conflict (conversation_id) do update set paid_until = excluded.paid_until`.execute(db)
}

/** What was reserved and has to wait for what the provider told of its number. */
export async function putOffHeld(db: Db, held: { id: string; at: Date }[], claimId: string): Promise<void> {
  await sql`
    update cc_external_messages m
    set next_attempt_at = h.at, wait_code = 'sender_health', claim_id = null, claimed_until = null
    from unnest(${held.map(({ id }) => id)}::uuid[], ${held.map(({ at }) => at)}::timestamptz[]) as h (id, at)
    where m.id = h.id and m.id in (
      select id from cc_external_messages
      where id = any(${held.map(({ id }) => id)}::uuid[]) and status = 'queued' and claim_id = ${claimId}
      order by id for update)`.execute(db)
}

/** What was reserved and cannot be begun is due again at once. */
export async function giveBack(db: Db, ids: string[], claimId: string): Promise<void> {
  await sql`
    update cc_external_messages set claim_id = null, claimed_until = null
    where id = any(${ids}::uuid[]) and status = 'queued' and claim_id = ${claimId}`.execute(db)
}
