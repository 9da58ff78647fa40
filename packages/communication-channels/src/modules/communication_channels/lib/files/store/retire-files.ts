import { createLogger } from '@open-mercato/shared/lib/logger'
import { type Db, dbOf, sql } from '../../db.ts'
import { describeFailure } from '../../describe-failure.ts'
import type { Scope } from '../../scope.ts'
import { tellCarriers } from '../receive/settle-file.ts'
import { removeBytes } from './remove-bytes.ts'
import { FILE_ENTITY, type StorageContext } from './store-bytes.ts'

export interface RetireContext extends StorageContext {
  now: Date
}

const BATCH = 200

/** What staff chose and then did not send, and what a process that died had just stored. */
const UNUSED_AFTER_MS = 24 * 60 * 60 * 1000

const logger = createLogger('communication_channels.files')

/**
 * Removes what was kept long enough: received files where the tenant set a time, files that no message carries, bytes
 * that belong to nothing. A file is gone for everybody first, then its bytes are deleted; where the storage does not
 * manage that now, it is asked again next time.
 *
 * @returns how many files were removed
 */
export async function retireFiles(ctx: RetireContext): Promise<number> {
  const retired = (await inBatches(ctx, retireReceived)) + (await inBatches(ctx, retireUnused))
  await clearAllRemoved(ctx)
  await removeStrays(ctx)
  return retired
}

async function inBatches(
  ctx: RetireContext,
  retire: (db: Db, now: Date) => Promise<number>,
): Promise<number> {
  let total = 0
  for (let count = BATCH; count === BATCH; total += count) {
    count = await ctx.em.fork().transactional((tx) => retire(dbOf(tx), ctx.now))
  }
  return total
}

async function retireReceived(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update cc_media_files f set state = 'removed', removed_at = ${now}, updated_at = ${now}
    where f.id in (
      select due.id from cc_media_files due
      join cc_settings s on s.tenant_id = due.tenant_id and s.organization_id = due.organization_id
      where due.state = 'stored' and due.origin = 'received' and s.legal_hold_since is null
        and due.stored_at < ${now}::timestamptz - make_interval(days => s.file_retention_days)
      order by due.stored_at limit ${BATCH} for update of due skip locked)
    returning f.id`.execute(db)
  await tellCarriers(
    db,
    rows.map((row) => row.id),
  )
  return rows.length
}

/** Locked before the second look: who puts a file into a message at this moment holds on to it. */
async function retireUnused(db: Db, now: Date): Promise<number> {
  const isUnused = sql`not exists (
    select 1 from cc_message_files mf join cc_external_messages m on m.id = mf.message_id where mf.file_id = f.id)
    and not exists (
      select 1 from cc_batch_files bf join cc_batches b on b.id = bf.batch_id
      where bf.file_id = f.id and b.state in ('running', 'paused'))`
  const { rows: locked } = await sql<{ id: string }>`
    select f.id from cc_media_files f
    where f.state <> 'removed' and f.created_at < ${new Date(now.getTime() - UNUSED_AFTER_MS)} and ${isUnused}
      and (f.claimed_until is null or f.claimed_until < ${now})
    order by f.created_at limit ${BATCH} for update skip locked`.execute(db)
  await sql`
    update cc_media_files f
    set state = 'removed', next_attempt_at = null, removed_at = ${now}, updated_at = ${now}
    where f.id = any(${locked.map((row) => row.id)}::uuid[]) and ${isUnused}`.execute(db)
  return locked.length
}

async function clearAllRemoved(ctx: RetireContext): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<Scope & { id: string }>`
      select id, tenant_id as "tenantId", organization_id as "organizationId" from cc_media_files
      where state = 'removed' and attachment_id is not null and id > ${after}
      order by id limit ${BATCH}`.execute(dbOf(ctx.em.fork()))
    if (rows.length === 0) return
    for (const { id, ...scope } of rows) await clearRemoved(ctx, scope, id)
    after = rows.at(-1)!.id
  }
}

/** Deletes the bytes of a removed file, then forgets where they were. A storage that fails is asked again by the next sweep. */
export async function clearRemoved(ctx: StorageContext, scope: Scope, fileId: string): Promise<void> {
  try {
    await removeBytes({ ...ctx, scope }, fileId)
    await sql`
      update cc_media_files set attachment_id = null, preview_attachment_id = null, playable_attachment_id = null
      where id = ${fileId} and state = 'removed' and tenant_id = ${scope.tenantId}
        and organization_id = ${scope.organizationId}`.execute(dbOf(ctx.em.fork()))
  } catch (error) {
    logger.warn('bytes could not be deleted yet', { fileId, reason: describeFailure(error) })
  }
}

/** What attempts stored that nobody finished. The latest first, so that a storage that is gone for good stops nobody. */
async function removeStrays(ctx: RetireContext): Promise<void> {
  const { rows } = await sql<Scope & { fileId: string; used: string[] }>`
    select a.record_id as "fileId", a.tenant_id as "tenantId", a.organization_id as "organizationId",
           array_remove(array[f.attachment_id, f.preview_attachment_id, f.playable_attachment_id], null) as used
    from attachments a
    left join cc_media_files f
      on f.id::text = a.record_id and f.tenant_id = a.tenant_id and f.organization_id = a.organization_id
    where a.entity_id = ${FILE_ENTITY} and a.created_at < ${new Date(ctx.now.getTime() - UNUSED_AFTER_MS)}
      and a.id not in (select unnest(array_remove(array[f.attachment_id, f.preview_attachment_id, f.playable_attachment_id], null)))
      and (f.claimed_until is null or f.claimed_until < ${ctx.now})
    order by a.created_at desc limit ${BATCH}`.execute(dbOf(ctx.em.fork()))
  for (const { fileId, used, ...scope } of rows) {
    try {
      await removeBytes({ ...ctx, scope }, fileId, (id) => used.includes(id))
    } catch (error) {
      logger.warn('stray bytes could not be deleted yet', { fileId, reason: describeFailure(error) })
    }
  }
}
