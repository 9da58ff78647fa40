import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'

/** Meta mostly tells several things of a template at once, each in a webhook of its own: they are read together. */
export const REREAD_AFTER_MS = 3_000

/**
 * Has templates read one by one, soon; within the transaction that applied what a webhook told of them.
 *
 * @param everyMs between one and the next, where there may be hundreds and none is urgent
 */
export async function askForRereads(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  externalIds: string[],
  everyMs = 0,
): Promise<void> {
  // In one order, so that two of these do not wait for each other.
  const ids = [...new Set(externalIds)].sort()
  if (ids.length === 0) return
  await sql`
    insert into wa_template_rereads as t
      (connection_id, external_id, tenant_id, organization_id, asked_at, not_before)
    select ${connectionId}::uuid, id, ${tenantId}::uuid, ${organizationId}::uuid, clock_timestamp(),
           clock_timestamp() + ${`${REREAD_AFTER_MS} ms`}::interval + (position - 1) * ${`${everyMs} ms`}::interval
    from unnest(${ids}::text[]) with ordinality as ids (id, position)
    on conflict (connection_id, external_id) do update set
      asked_at = excluded.asked_at, not_before = least(t.not_before, excluded.not_before), attempts = 0`.execute(
    db,
  )
}

/** Whether anything that was told of the connection's templates is still to be read. */
export async function hasRereads(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from wa_template_rereads
    where connection_id = ${connectionId} and tenant_id = ${tenantId} and organization_id = ${organizationId}
    limit 1`.execute(db)
  return rows.length > 0
}
