import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'
import type { ContactSummary } from './contact-view.ts'

type Shown = 'display_name' | 'phone' | 'username' | 'user_id'
type Row = { id: string } & Record<Shown, string | null>

/** Opens what is kept of contacts, as which column of them it was encrypted. */
export type OpenValue = (column: Shown | 'reason', value: string) => Promise<string>

export function opener(encryption: TenantEncryptionService, { tenantId, organizationId }: Scope): OpenValue {
  const entity = 'communication_channels:external_contact'
  return async (column, value) => {
    const opened = await encryption.decryptEntityPayload(
      entity,
      { [column]: value },
      tenantId,
      organizationId,
    )
    return String(opened[column])
  }
}

/** Contacts by what they are shown as; those that were merged have nothing of their own. */
export async function summariesOf(
  db: Db,
  open: OpenValue,
  { tenantId, organizationId }: Scope,
  ids: string[],
): Promise<Map<string, ContactSummary>> {
  const { rows } = await sql<Row>`
    select id, display_name, phone, username, user_id from cc_external_contacts
    where id = any(${ids}::uuid[]) and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(
    db,
  )
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await openRow(open, row)] as const)))
}

/** Contacts that were merged, by what they were known by: the given identities, else those that were first theirs. */
export async function formerSummaries(
  db: Db,
  open: OpenValue,
  { tenantId, organizationId }: Scope,
  wanted: Map<string, string[]>,
): Promise<Map<string, ContactSummary>> {
  const pairs = [...wanted].flatMap(([id, identityIds]) =>
    identityIds.map((identityId) => ({ id, identityId })),
  )
  const { rows } = await sql<Row>`
    with known as (
      select v.contact_id, i.id, i.kind, i.wire, i.seen_at
      from unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map((pair) => pair.identityId)}::uuid[])
        as v (contact_id, identity_id)
      join cc_contact_identities i on i.id = v.identity_id
      where i.tenant_id = ${tenantId} and i.organization_id = ${organizationId}
      union
      select i.origin_contact_id, i.id, i.kind, i.wire, i.seen_at from cc_contact_identities i
      where i.origin_contact_id = any(${[...wanted.keys()]}::uuid[])
        and i.tenant_id = ${tenantId} and i.organization_id = ${organizationId})
    select c.id,
      (select wire from known k where k.contact_id = c.id and k.kind = 'phone' order by seen_at desc limit 1) as phone,
      (select wire from known k where k.contact_id = c.id and k.kind = 'user_id' order by seen_at desc limit 1) as user_id,
      (select n.value from known k join cc_contact_names n on n.identity_id = k.id
       where k.contact_id = c.id and n.kind = 'display_name'
       order by k.kind = 'user_id' desc, n.last_at desc limit 1) as display_name,
      (select n.value from known k join cc_contact_names n on n.identity_id = k.id
       where k.contact_id = c.id and n.kind = 'username' order by n.last_at desc limit 1) as username
    from unnest(${[...wanted.keys()]}::uuid[]) as c (id)`.execute(db)
  return new Map(await Promise.all(rows.map(async (row) => [row.id, await openRow(open, row)] as const)))
}

async function openRow(open: OpenValue, row: Row): Promise<ContactSummary> {
  const text = async (column: Shown) => (row[column] === null ? null : await open(column, row[column]))
  return {
    id: row.id,
    displayName: await text('display_name'),
    phone: await text('phone'),
    username: await text('username'),
    userId: await text('user_id'),
  }
}
