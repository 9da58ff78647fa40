import { randomUUIDv7 } from 'node:crypto'
import {
  type Db,
  sql,
  type Timestamp,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { wasApproved } from './was-approved.ts'

type Named = { name: string; language: string }

/** Those that Graph's whole list did not have. */
export function removeMissing(
  db: Db,
  scope: Scope,
  connectionId: string,
  listed: Named[],
  askedAt: Date,
): Promise<number> {
  return remove(db, scope, connectionId, isMissing(listed, askedAt), askedAt)
}

/** Meta's ids of those that Graph's list did not have. */
export async function selectMissing(
  db: Db,
  scope: Scope,
  connectionId: string,
  listed: Named[],
  askedAt: Date,
): Promise<string[]> {
  const { rows } = await sql<{ externalId: string }>`
    select t.external_id as "externalId" from wa_templates t
    where ${isOf(scope, connectionId)} and ${isMissing(listed, askedAt)}`.execute(db)
  return rows.map(({ externalId }) => externalId)
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

interface Gone extends Named {
  wasApproved: boolean
  heardOfAt: Timestamp
}

/**
 * Their versions stay, and their names too: Meta lets nobody use that of an approved one again for 30 days, which count
 * from when it was heard of last, for nobody knows when it was deleted after that. When it was missed is kept beside it: an
 * answer to a question of before does not bring it back (`write-templates.ts`).
 *
 * @returns how many
 */
async function remove(
  db: Db,
  scope: Scope,
  connectionId: string,
  isGone: ReturnType<typeof sql<boolean>>,
  at: Date,
): Promise<number> {
  const { rows } = await sql<Gone>`
    delete from wa_templates t
    where ${isOf(scope, connectionId)} and ${isGone}
    returning t.name, t.language, ${wasApproved} as "wasApproved",
      least(${at}::timestamptz, greatest(t.synced_at, (t.reported -> 'status' ->> 'at')::timestamptz))
        as "heardOfAt"`.execute(db)
  if (rows.length === 0) return 0
  const deleted = rows.map(({ name, language, wasApproved, heardOfAt }) => ({
    ...{ id: randomUUIDv7(), name, language },
    was_approved: wasApproved,
    deleted_at: heardOfAt,
  }))
  await sql`
    insert into wa_deleted_templates
      (tenant_id, organization_id, connection_id, noticed_at, id, name, language, was_approved, deleted_at)
    select ${scope.tenantId}::uuid, ${scope.organizationId}::uuid, ${connectionId}::uuid, ${at}::timestamptz, v.*
    from jsonb_to_recordset(${JSON.stringify(deleted)}::jsonb)
      as v (id uuid, name text, language text, was_approved boolean, deleted_at timestamptz)`.execute(db)
  return rows.length
}

function isOf({ tenantId, organizationId }: Scope, connectionId: string) {
  return sql<boolean>`t.tenant_id = ${tenantId} and t.organization_id = ${organizationId}
    and t.connection_id = ${connectionId}`
}

/** What became known after Graph was asked is not in its list yet. */
function isMissing(listed: Named[], askedAt: Date) {
  return sql<boolean>`t.synced_at < ${askedAt} and (t.name, t.language) not in (
    select * from unnest(${listed.map(({ name }) => name)}::text[],
                         ${listed.map(({ language }) => language)}::text[]))`
}
