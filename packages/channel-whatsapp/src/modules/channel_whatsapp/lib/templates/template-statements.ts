import { randomUUIDv7 } from 'node:crypto'
import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { GraphTemplate } from '../graph/list-templates.ts'
import type { Template } from './component.ts'

/** Makes the stored templates of a connection the ones that Meta has now. */
export async function replaceTemplates(
  db: Db,
  scope: Scope,
  connectionId: string,
  templates: GraphTemplate[],
  now: Date,
): Promise<void> {
  // Each once: a list that changes while its pages are read can give one twice, and no statement takes a key twice.
  const unique = [
    ...new Map(templates.map((one) => [JSON.stringify([one.name, one.language]), one])).values(),
  ]
  const values = (pick: (template: GraphTemplate) => string) => unique.map(pick)
  await sql`
    insert into wa_templates as t
      (id, external_id, name, language, category, status, parameter_format, components,
       tenant_id, organization_id, connection_id, synced_at)
    select v.id, v.external_id, v.name, v.language, v.category, v.status, v.format, v.components::jsonb,
           ${scope.tenantId}::uuid, ${scope.organizationId}::uuid, ${connectionId}::uuid, ${now}::timestamptz
    from unnest(
      ${values(() => randomUUIDv7())}::uuid[], ${values((t) => t.id)}::text[], ${values((t) => t.name)}::text[],
      ${values((t) => t.language)}::text[], ${values((t) => t.category)}::text[],
      ${values((t) => t.status)}::text[], ${values((t) => t.parameter_format ?? 'POSITIONAL')}::text[],
      ${values((t) => JSON.stringify(t.components))}::text[])
      as v (id, external_id, name, language, category, status, format, components)
    on conflict (connection_id, name, language) do update set
      external_id = excluded.external_id,
      category = case when ${isReportedSince('category')} then t.category else excluded.category end,
      status = case when ${isReportedSince('status')} then t.status else excluded.status end,
      parameter_format = excluded.parameter_format, components = excluded.components,
      synced_components = null, synced_at = excluded.synced_at`.execute(db)
  await sql`
    delete from wa_templates
    where connection_id = ${connectionId} and tenant_id = ${scope.tenantId}
      and organization_id = ${scope.organizationId} and synced_at < ${now}`.execute(db)
}

/** Graph was asked before the webhook came, and answered with what was before. */
function isReportedSince(fact: 'status' | 'category') {
  return sql`(t.reported -> ${fact}::text ->> 'at')::timestamptz > excluded.synced_at`
}

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
