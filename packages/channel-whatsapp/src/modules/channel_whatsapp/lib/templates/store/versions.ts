import { randomUUIDv7 } from 'node:crypto'
import type { Author } from '@open-mercato/communication-channels/modules/communication_channels/lib/author'
import {
  type Db,
  sql,
  type Timestamp,
  toDate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { TemplateComponent } from '../component.ts'
import { isSameForm, keyOf, type TemplateForm } from './template-form.ts'

export interface VersionOrigin {
  /** Read from Meta, or sent there by somebody of ours. */
  source: 'synced' | 'submitted'
  author: Author | null
  at: Date
}

export interface TemplateVersion {
  number: number
  category: string
  parameterFormat: string
  components: TemplateComponent[]
  source: VersionOrigin['source']
  authorName: string | null
  seenAt: Date
}

/** Keeps each form that is not the one its template had last. The caller holds the connection (`lock-connection.ts`). */
export async function keepVersions(
  db: Db,
  scope: Scope,
  connectionId: string,
  forms: TemplateForm[],
  { source, author, at }: VersionOrigin,
): Promise<void> {
  const latest = await selectLatest(db, scope, connectionId, forms)
  const rows = forms.flatMap((form) => {
    const before = latest.get(keyOf(form))
    if (before && isSameForm(before, form)) return []
    return [{ ...form, id: randomUUIDv7(), number: (before?.number ?? 0) + 1 }]
  })
  if (rows.length === 0) return
  await sql`
    insert into wa_template_versions
      (tenant_id, organization_id, connection_id, source, author_user_id, author_name, seen_at,
       id, name, language, number, category, parameter_format, components)
    select ${scope.tenantId}::uuid, ${scope.organizationId}::uuid, ${connectionId}::uuid, ${source}::text,
           ${author?.userId ?? null}::uuid, ${author?.name ?? null}::text, ${at}::timestamptz,
           v.id, v.name, v.language, v.number, v.category, v."parameterFormat", v.components
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v (id uuid, name text, language text, number int, category text, "parameterFormat" text, components jsonb)
    on conflict (connection_id, name, language, number) do nothing`.execute(db)
}

export function keepVersion(
  db: Db,
  scope: Scope,
  connectionId: string,
  form: TemplateForm,
  origin: VersionOrigin,
): Promise<void> {
  return keepVersions(db, scope, connectionId, [form], origin)
}

async function selectLatest(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  forms: TemplateForm[],
): Promise<Map<string, TemplateForm & { number: number }>> {
  const { rows } = await sql<TemplateForm & { number: number }>`
    select distinct on (name, language) name, language, number, category, parameter_format as "parameterFormat",
           components
    from wa_template_versions
    where tenant_id = ${tenantId} and organization_id = ${organizationId} and connection_id = ${connectionId}
      and name = any(${forms.map(({ name }) => name)}::text[])
    order by name, language, number desc`.execute(db)
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** The newest first. */
export async function listVersions(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  { name, language }: { name: string; language: string },
): Promise<TemplateVersion[]> {
  const { rows } = await sql<Omit<TemplateVersion, 'seenAt'> & { seenAt: Timestamp }>`
    select number, category, parameter_format as "parameterFormat", components, source, author_name as "authorName",
           seen_at as "seenAt"
    from wa_template_versions
    where tenant_id = ${tenantId} and organization_id = ${organizationId} and connection_id = ${connectionId}
      and name = ${name} and language = ${language}
    order by number desc limit 100`.execute(db)
  return rows.map((row) => ({ ...row, seenAt: toDate(row.seenAt) }))
}
