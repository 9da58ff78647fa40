import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { Template } from './component.ts'

const columns = sql`t.id, t.name, t.language, t.category, t.status, t.components`

export async function findTemplate(
  db: Db,
  scope: Scope,
  connectionId: string,
  name: string,
  language: string,
): Promise<Template | null> {
  const { rows } = await sql<Template>`
    select ${columns} from wa_templates t
    where t.tenant_id = ${scope.tenantId} and t.organization_id = ${scope.organizationId}
      and t.connection_id = ${connectionId} and t.name = ${name} and t.language = ${language}`.execute(db)
  return rows[0] ?? null
}

/** Those of `wanted` that the connection has, in any order. */
export async function findTemplates(
  db: Db,
  scope: Scope,
  connectionId: string,
  wanted: { name: string; language: string }[],
): Promise<Template[]> {
  const { rows } = await sql<Template>`
    select ${columns} from wa_templates t
    where t.tenant_id = ${scope.tenantId} and t.organization_id = ${scope.organizationId}
      and t.connection_id = ${connectionId}
      and (t.name, t.language) in (
        select * from unnest(${wanted.map(({ name }) => name)}::text[],
                             ${wanted.map(({ language }) => language)}::text[]))`.execute(db)
  return rows
}

/** All languages of a template. */
export async function findTemplatesNamed(
  db: Db,
  scope: Scope,
  connectionId: string,
  name: string,
): Promise<Template[]> {
  const { rows } = await sql<Template>`
    select ${columns} from wa_templates t
    where t.tenant_id = ${scope.tenantId} and t.organization_id = ${scope.organizationId}
      and t.connection_id = ${connectionId} and t.name = ${name}`.execute(db)
  return rows
}

/** The templates that a channel can send from, by name. */
export async function listChannelTemplates(
  db: Db,
  scope: Scope,
  channelId: string,
  approvedOnly: boolean,
): Promise<Template[]> {
  const { rows } = await sql<Template>`
    select ${columns} from wa_templates t
    join wa_numbers n on n.connection_id = t.connection_id
    where t.tenant_id = ${scope.tenantId} and t.organization_id = ${scope.organizationId}
      and n.channel_id = ${channelId} and n.tenant_id = ${scope.tenantId}
      ${approvedOnly ? sql`and t.status = 'APPROVED'` : sql``}
    order by t.name, t.language`.execute(db)
  return rows
}
