import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { decodeKey, encodeKey, type ManagedQuery } from './managed-query.ts'
import {
  draftColumns,
  type ManagedRecord,
  type ManagedRow,
  managedColumns,
  viewManaged,
} from './managed-row.ts'

export interface ManagedPage {
  items: ManagedRow[]
  nextCursor: string | null
  /** Of all pages. */
  total: number
}

/** The templates of all accounts, and the drafts that will be new ones, by name and language; a page by key. */
export async function listManaged(db: Db, scope: Scope, query: ManagedQuery): Promise<ManagedPage> {
  const { cursor, limit, ...filter } = query
  const after = cursor === undefined ? null : decodeKey(cursor)
  const rows = await selectPage(db, scope, filter, after, limit + 1)
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(viewManaged),
    nextCursor: rows.length > limit ? encodeKey(shown.at(-1)!) : null,
    total: await countAll(db, scope, filter),
  }
}

type Filter = Omit<ManagedQuery, 'cursor' | 'limit'>

async function selectPage(
  db: Db,
  scope: Scope,
  filter: Filter,
  after: { name: string; language: string; id: string } | null,
  limit: number,
): Promise<ManagedRecord[]> {
  const key = (of: string) =>
    sql`${sql.ref(`${of}.name`)} collate "C", ${sql.ref(`${of}.language`)} collate "C", ${sql.ref(`${of}.id`)}`
  const isNext = (of: string) =>
    after ? sql`and (${key(of)}) > (${after.name}, ${after.language}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<ManagedRecord>`
    select * from (
      (select ${managedColumns} ${templatesIn(scope, filter)} ${isNext('t')} order by ${key('t')} limit ${limit})
      union all
      (select ${draftColumns} ${draftsIn(scope, filter)} ${isNext('d')} order by ${key('d')} limit ${limit})
    ) l
    order by ${key('l')} limit ${limit}`.execute(db)
  return rows
}

async function countAll(db: Db, scope: Scope, filter: Filter): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select (select count(*) ${templatesIn(scope, filter)})::int
         + (select count(*) ${draftsIn(scope, filter)})::int as total`.execute(db)
  return rows[0]!.total
}

function templatesIn({ tenantId, organizationId }: Scope, { status, quality, ...filter }: Filter) {
  return sql`
    from wa_templates t join wa_connections c on c.id = t.connection_id and c.deleted_at is null
    where t.tenant_id = ${tenantId} and t.organization_id = ${organizationId} ${narrowed('t', filter)}
      ${status ? sql`and t.status = ${status}` : sql``}
      ${quality ? sql`and coalesce(t.quality_score, 'UNKNOWN') = ${quality}` : sql``}`
}

/** A draft whose template is gone will be a new one. */
function draftsIn({ tenantId, organizationId }: Scope, { status, quality, ...filter }: Filter) {
  const isAsked = (!status || status === 'DRAFT') && !quality
  return sql`
    from wa_template_drafts d join wa_connections c on c.id = d.connection_id and c.deleted_at is null
    where d.tenant_id = ${tenantId} and d.organization_id = ${organizationId} ${narrowed('d', filter)}
      and ${sql.lit(isAsked)}
      and not exists (select from wa_templates edited where edited.id = d.template_id
                      and edited.tenant_id = ${tenantId} and edited.organization_id = ${organizationId})`
}

function narrowed(of: 't' | 'd', filter: Omit<Filter, 'status' | 'quality'>) {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  const { connectionId, category, language, search } = filter
  return sql`
    ${connectionId ? sql`and ${column('connection_id')} = ${connectionId}` : sql``}
    ${category ? sql`and ${column('category')} = ${category}` : sql``}
    ${language ? sql`and ${column('language')} = ${language}` : sql``}
    ${search ? sql`and (${isIn(column('name'), search.replaceAll(' ', '_'))} or ${bodyHas(column('components'), search)})` : sql``}`
}

function bodyHas(components: ReturnType<typeof sql.ref>, search: string) {
  return sql`exists (
    select from jsonb_array_elements(${components}) part
    where upper(part ->> 'type') = 'BODY' and ${isIn(sql`part ->> 'text'`, search)})`
}

/** Without regard to case, and with no sign of its own meaning. */
function isIn(text: ReturnType<typeof sql>, search: string) {
  return sql`position(lower(${search}) in lower(${text})) > 0`
}
