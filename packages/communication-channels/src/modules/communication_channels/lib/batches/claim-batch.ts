import type { Author } from '../author.ts'
import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'
import { BATCH_ENTITY } from './batch-view.ts'
import type { BatchContent, FreePurpose } from './personal-content.ts'

/**
 * By the database's clock. A worker that dies with a batch leaves it to the next one then. Longer than a turn, whose last
 * message may wait for a link (`lib/files/link/fetch-link.ts`).
 */
const LEASE_SECONDS = 45

export interface DueBatch extends Scope {
  id: string
  state: 'running' | 'paused' | 'cancelled' | 'finished'
  isClearing: boolean
}

/** Batches on which there may be something to do, of all tenants. */
export async function listDueBatches(db: Db, now: Date): Promise<DueBatch[]> {
  const { rows } = await sql<DueBatch>`
    select id, tenant_id as "tenantId", organization_id as "organizationId", state, is_clearing as "isClearing"
    from cc_batches
    where (is_clearing or (state = 'running'
           and (scheduled_at is null or scheduled_at <= greatest(${now}::timestamptz, now()))))
      and (claimed_until is null or claimed_until < now())
    order by id`.execute(db)
  return rows
}

export interface ClaimedBatch extends Scope {
  id: string
  channelId: string
  content: BatchContent
  fallbackText: string | null
  /** Of free content. */
  purpose: FreePurpose | null
  author: Author | null
}

interface Row extends Scope {
  id: string
  channelId: string
  content: string
  fallbackText: string | null
  purpose: FreePurpose | null
  authorUserId: string | null
  authorName: string | null
}

/** Null where somebody else has it, or where it does not run any more. */
export async function claimBatch(
  db: Db,
  encryption: TenantEncryptionService,
  id: string,
): Promise<ClaimedBatch | null> {
  const { rows } = await sql<Row>`
    update cc_batches set claimed_until = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = ${id} and state = 'running' and (claimed_until is null or claimed_until < now())
    returning id, tenant_id as "tenantId", organization_id as "organizationId", channel_id as "channelId", content,
              fallback_text as "fallbackText", purpose, author_user_id as "authorUserId",
              author_name as "authorName"`.execute(db)
  const [row] = rows
  if (!row) return null
  const { tenantId, organizationId, channelId, purpose, authorUserId: userId, authorName: name } = row
  const opened = await encryption.decryptEntityPayload(
    BATCH_ENTITY,
    { content: row.content, fallback_text: row.fallbackText },
    tenantId,
    organizationId,
  )
  return {
    ...{ id, tenantId, organizationId, channelId, purpose },
    content: JSON.parse(String(opened.content)) as BatchContent,
    fallbackText: opened.fallback_text as string | null,
    author: userId ? { userId, name } : null,
  }
}

export async function releaseBatch(
  db: Db,
  { id, tenantId, organizationId }: Scope & { id: string },
): Promise<void> {
  await sql`
    update cc_batches set claimed_until = null
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
}
