import { randomUUIDv7 } from 'node:crypto'
import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'

/** Those that Graph's whole list did not have; what became known after it was asked is not in it yet. */
export function removeMissing(
  db: Db,
  scope: Scope,
  connectionId: string,
  listed: { name: string; language: string }[],
  askedAt: Date,
): Promise<number> {
  const isGone = sql<boolean>`t.synced_at < ${askedAt} and (t.name, t.language) not in (
    select * from unnest(${listed.map(({ name }) => name)}::text[],
                         ${listed.map(({ language }) => language)}::text[]))`
  return remove(db, scope, connectionId, isGone, askedAt)
}

/** One that Graph says does not exist. */
export function removeTemplate(
  db: Db,
  scope: Scope,
  connectionId: string,
  externalId: string,
  at: Date,
): Promise<number> {
  return remove(db, scope, connectionId, sql<boolean>`t.external_id = ${externalId}`, at)
}

/**
 * Their versions stay, and their names too: Meta lets nobody use that of an approved one again for 30 days.
 *
 * @returns how many
 */
async function remove(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  isGone: ReturnType<typeof sql<boolean>>,
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ name: string; language: string; status: string }>`
    delete from wa_templates t
    where t.tenant_id = ${tenantId} and t.organization_id = ${organizationId}
      and t.connection_id = ${connectionId} and ${isGone}
    returning t.name, t.language, t.status`.execute(db)
  if (rows.length === 0) return 0
  const gone = rows.map((row) => ({ ...row, id: randomUUIDv7() }))
  await sql`
    insert into wa_deleted_templates
      (tenant_id, organization_id, connection_id, deleted_at, id, name, language, was_approved)
    select ${tenantId}::uuid, ${organizationId}::uuid, ${connectionId}::uuid, ${at}::timestamptz,
           v.id, v.name, v.language, v.status not in ('PENDING', 'REJECTED', 'IN_APPEAL', 'LIMIT_EXCEEDED')
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb)
      as v (id uuid, name text, language text, status text)`.execute(db)
  return gone.length
}
