import { randomUUIDv7 } from 'node:crypto'
import { type Db, sql } from '../../db.ts'
import type { StatusError } from '../../delivery-event.ts'
import type { Scope } from '../../scope.ts'

/*
 * The life of an upload: a file that is handed to the provider for one number.
 *
 *   waiting  a message needs it; whoever claims it hands the file over
 *   ready    the provider has the file and named it, until it expires
 *   failed   it could not be handed over; the messages that waited have failed with it. The next message that
 *            needs it begins anew
 *
 * Rows are locked in one order, or two would wait for each other for ever: uploads by their file, then messages.
 */

/** So long before its end an upload is not begun with: the message may have to wait for its turn. */
const MARGIN_MS = 60 * 60 * 1000

export interface ClaimedUpload extends Scope {
  id: string
  channelId: string
  fileId: string
  attemptCount: number
}

/**
 * Sees to it that the provider will have these files. Locks their uploads until the transaction ends, so that a message
 * that is written down with it is found by whoever finishes one of them.
 *
 * @returns whether they are all there already
 */
export async function requireUploads(
  db: Db,
  { tenantId, organizationId }: Scope,
  channelId: string,
  fileIds: string[],
  now: Date,
): Promise<boolean> {
  if (fileIds.length === 0) return true
  const sorted = [...new Set(fileIds)].sort()
  const isGood = sql`u.state = 'ready' and (u.expires_at is null or u.expires_at > ${new Date(now.getTime() + MARGIN_MS)})`
  const { rows } = await sql<{ isReady: boolean }>`
    insert into cc_media_uploads as u
      (id, tenant_id, organization_id, channel_id, file_id, state, next_attempt_at)
    select id, ${tenantId}, ${organizationId}, ${channelId}, file_id, 'waiting', ${now}
    from unnest(${sorted.map(() => randomUUIDv7())}::uuid[], ${sorted}::uuid[]) as v (id, file_id)
    on conflict (channel_id, file_id) do update set
      state = case when ${isGood} then 'ready' else 'waiting' end,
      attempt_count = case when u.state = 'waiting' then u.attempt_count else 0 end,
      next_attempt_at = case when ${isGood} then null
                             when u.state = 'waiting' then u.next_attempt_at else excluded.next_attempt_at end,
      error = case when u.state = 'waiting' then u.error end,
      updated_at = ${now}
    returning u.state = 'ready' as "isReady"`.execute(db)
  return rows.every((row) => row.isReady)
}

/** The provider's ids of those that a message may name now. Until the very end: this message is about to leave. */
export async function namesOfUploads(
  db: Db,
  { tenantId, organizationId }: Scope,
  channelId: string,
  fileIds: string[],
  now: Date,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ fileId: string; externalMediaId: string }>`
    select file_id as "fileId", external_media_id as "externalMediaId" from cc_media_uploads
    where channel_id = ${channelId} and file_id = any(${fileIds}::uuid[]) and tenant_id = ${tenantId}
      and organization_id = ${organizationId} and state = 'ready'
      and (expires_at is null or expires_at > ${now})`.execute(db)
  return new Map(rows.map((row) => [row.fileId, row.externalMediaId]))
}

/** The provider does not know these any more. Those that were renewed meanwhile are left alone. */
export async function forgetUploads(
  db: Db,
  { tenantId, organizationId }: Scope,
  channelId: string,
  gone: Map<string, string>,
  now: Date,
): Promise<void> {
  await sql`
    update cc_media_uploads set state = 'waiting', attempt_count = 0, next_attempt_at = ${now}, updated_at = ${now}
    where id in (
      select u.id from cc_media_uploads u
      join unnest(${[...gone.keys()]}::uuid[], ${[...gone.values()]}::text[]) as g (file_id, external_media_id)
        using (file_id, external_media_id)
      where u.channel_id = ${channelId} and u.tenant_id = ${tenantId}
        and u.organization_id = ${organizationId} and u.state = 'ready'
      order by u.file_id for update of u)`.execute(db)
}

/**
 * Takes uploads that are due, of each tenant one before anybody's second. Whoever dies with one leaves it to the next when
 * the lease is over.
 */
export async function claimUploads(
  db: Db,
  now: Date,
  leaseMs: number,
  limit: number,
): Promise<ClaimedUpload[]> {
  const isDue = sql`
    u.state = 'waiting' and u.next_attempt_at <= greatest(${now}::timestamptz, now())
    and (u.claimed_until is null or u.claimed_until < now())`
  const { rows } = await sql<ClaimedUpload>`
    with due as (
      select u.id, row_number() over (partition by u.tenant_id order by u.next_attempt_at, u.id) as nth
      from cc_media_uploads u where ${isDue}
    ), taken as (
      select u.id from due join cc_media_uploads u using (id)
      where ${isDue} order by due.nth, u.next_attempt_at, u.id limit ${limit} for update of u skip locked
    )
    update cc_media_uploads u
    set attempt_count = attempt_count + 1, claimed_until = ${leaseEnd(leaseMs)}, updated_at = ${now}
    from taken where u.id = taken.id
    returning u.id, u.tenant_id as "tenantId", u.organization_id as "organizationId",
              u.channel_id as "channelId", u.file_id as "fileId", u.attempt_count as "attemptCount"`.execute(
    db,
  )
  return rows
}

/** By the database's clock: a process whose own is ahead takes nothing from one that lives. */
function leaseEnd(leaseMs: number) {
  return sql`now() + make_interval(secs => ${leaseMs / 1000})`
}

/** While it is handed over nobody else takes it. */
export async function renewUpload(db: Db, upload: ClaimedUpload, leaseMs: number): Promise<void> {
  await sql`
    update cc_media_uploads set claimed_until = ${leaseEnd(leaseMs)}
    where id = ${upload.id} and state = 'waiting' and attempt_count = ${upload.attemptCount}`.execute(db)
}

export type UploadEnd =
  | { state: 'ready'; externalMediaId: string; expiresAt: Date | null }
  | { state: 'waiting'; error: StatusError; nextAttemptAt: Date }
  | { state: 'failed'; error: StatusError }

/** @returns false where the lease was over and somebody else has taken it meanwhile */
export async function endUpload(db: Db, upload: ClaimedUpload, end: UploadEnd, now: Date): Promise<boolean> {
  const isReady = end.state === 'ready'
  const { numAffectedRows } = await sql`
    update cc_media_uploads
    set state = ${end.state}, external_media_id = ${isReady ? end.externalMediaId : null},
        expires_at = ${isReady ? end.expiresAt : null}, error = ${isReady ? null : JSON.stringify(end.error)}::jsonb,
        next_attempt_at = ${end.state === 'waiting' ? end.nextAttemptAt : null}, claimed_until = null,
        updated_at = ${now}
    where id = ${upload.id} and state = 'waiting' and attempt_count = ${upload.attemptCount}`.execute(db)
  return Boolean(numAffectedRows)
}
