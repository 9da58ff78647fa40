import { isDeepStrictEqual } from 'node:util'
import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { GraphTemplate } from '../../graph/list-templates.ts'
import { keyOf } from './template-form.ts'
import type { TemplateRow } from './template-row.ts'

/** A template as it was kept last. */
export type KnownTemplate = Omit<TemplateRow, 'id'> & {
  /** Its latest version is the same, and it is as Graph described it. */
  isSettled: boolean
}

export async function selectKnown(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  templates: { name: string }[],
): Promise<Map<string, KnownTemplate>> {
  const { rows } = await sql<KnownTemplate>`
    select t.external_id, t.name, t.language, t.category, t.status, t.parameter_format, t.components, t.quality_score,
           t.rejected_reason, t.previous_category, t.correct_category, t.sub_category, t.message_send_ttl_seconds,
           t.library_template_name,
           t.synced_components is null and coalesce(
             (select (v.category, v.parameter_format, v.components) = (t.category, t.parameter_format, t.components)
              from wa_template_versions v
              where v.connection_id = t.connection_id and v.name = t.name and v.language = t.language
              order by v.number desc limit 1), false) as "isSettled"
    from wa_templates t
    where t.tenant_id = ${tenantId} and t.organization_id = ${organizationId} and t.connection_id = ${connectionId}
      and t.name = any(${templates.map(({ name }) => name)}::text[])`.execute(db)
  return new Map(rows.map((row) => [keyOf(row), row]))
}

const ALWAYS = ['external_id', 'category', 'status', 'parameter_format', 'components'] as const
const FACTS: [keyof KnownTemplate, keyof GraphTemplate][] = [
  ['quality_score', 'quality_score'],
  ['rejected_reason', 'rejected_reason'],
  ['previous_category', 'previous_category'],
  ['correct_category', 'correct_category'],
  ['sub_category', 'sub_category'],
  ['message_send_ttl_seconds', 'message_send_ttl_seconds'],
  ['library_template_name', 'library_template_name'],
]

/** Whether Graph says what is kept already: most of a large account, each day. */
export function isKept(
  known: KnownTemplate | undefined,
  row: TemplateRow,
  told: (keyof GraphTemplate)[],
): boolean {
  if (!known?.isSettled) return false
  const columns = [
    ...ALWAYS,
    ...FACTS.flatMap(([column, fact]) => (told.includes(fact) ? [column as keyof TemplateRow] : [])),
  ]
  return columns.every((column) =>
    isDeepStrictEqual(known[column as keyof KnownTemplate], plain(row[column])),
  )
}

/** As it comes out of the database. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value
}
