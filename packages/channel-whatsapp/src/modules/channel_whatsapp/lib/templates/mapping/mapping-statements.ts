import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { TemplateMapping } from './mapping.ts'

/** What was decided about the values of each named template; a template without a decision is not in it. */
export async function findMappings(
  db: Db,
  scope: Scope,
  connectionIds: string[],
  names?: string[],
): Promise<{ connectionId: string; name: string; mapping: TemplateMapping }[]> {
  const { rows } = await sql<{ connectionId: string; name: string; mapping: TemplateMapping }>`
    select connection_id as "connectionId", name, mapping from wa_template_mappings
    where tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      and connection_id = any(${connectionIds}::uuid[])
      ${names ? sql`and name = any(${names}::text[])` : sql``}`.execute(db)
  return rows
}

export async function findMapping(
  db: Db,
  scope: Scope,
  connectionId: string,
  name: string,
): Promise<TemplateMapping> {
  const [found] = await findMappings(db, scope, [connectionId], [name])
  return found?.mapping ?? {}
}

export async function storeMapping(
  db: Db,
  scope: Scope,
  { connectionId, name, mapping }: { connectionId: string; name: string; mapping: TemplateMapping },
  now: Date,
): Promise<void> {
  await sql`
    insert into wa_template_mappings as m
      (connection_id, name, tenant_id, organization_id, mapping, updated_at)
    values (${connectionId}, ${name}, ${scope.tenantId}, ${scope.organizationId},
            ${JSON.stringify(mapping)}::jsonb, ${now})
    on conflict (connection_id, name) do update
      set mapping = excluded.mapping, updated_at = excluded.updated_at
      where m.tenant_id = excluded.tenant_id and m.organization_id = excluded.organization_id`.execute(db)
}
