import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { Fact } from './facts.ts'

/** A fact about one row. */
export interface RowFact {
  table: 'wa_templates' | 'wa_numbers' | 'wa_connections'
  /** The row's id; of a number its channel's. */
  rowId: string
  fact: string
  values: Fact['values']
  at: Date
  key: string
}

/** Facts that Graph tells too: what it said after the event counts. Events come with whole seconds. */
const readFromGraph: Record<RowFact['table'], ReadonlySet<string>> = {
  wa_templates: new Set(['status', 'category', 'components', 'quality', 'correct_category']),
  wa_numbers: new Set(['limit', 'throughput', 'username']),
  wa_connections: new Set(),
}
const timeColumns = new Set(['category_changes_at'])
const jsonColumns = new Set(['components'])

/**
 * Of several reports of one fact the latest counts, and of two in the same second always the same one: so any order
 * of reports ends in the same rows.
 */
export function newest(facts: RowFact[]): RowFact[] {
  const kept = new Map<string, RowFact>()
  for (const one of facts) {
    const name = JSON.stringify([one.table, one.rowId, one.fact])
    const known = kept.get(name)
    if (!known || isLater(one, known)) kept.set(name, one)
  }
  return [...kept.values()]
}

function isLater(a: RowFact, b: RowFact): boolean {
  return a.at.getTime() === b.at.getTime() ? a.key > b.key : a.at > b.at
}

export async function writeFacts(
  db: Db,
  scope: Scope,
  connectionId: string,
  facts: RowFact[],
): Promise<void> {
  const statements = Map.groupBy(newest(facts), ({ table, fact }) => `${table} ${fact}`)
  for (const same of statements.values()) await writeFact(db, scope, connectionId, same)
}

async function writeFact(db: Db, scope: Scope, connectionId: string, facts: RowFact[]): Promise<void> {
  const { table, fact, values } = facts[0]!
  const columns = table === 'wa_connections' ? [] : Object.keys(values)
  const sets = columns.map((column) => sql`${sql.ref(column)} = ${columnValue(column)},`)
  const isTold = readFromGraph[table].has(fact)
  await sql`
    update ${sql.table(table)} t
    set ${sql.join(sets, sql` `)}
        ${fact === 'components' ? sql`synced_components = coalesce(t.synced_components, t.components),` : sql``}
        reported = t.reported || jsonb_build_object(
          ${fact}::text, v.values || jsonb_build_object('at', v.at, 'key', v.key))
    from (
      select row_id, at, key, raw::jsonb as values
      from unnest(${facts.map((one) => one.rowId)}::uuid[], ${facts.map((one) => one.at.toISOString())}::timestamptz[],
                  ${facts.map((one) => one.key)}::text[], ${facts.map((one) => JSON.stringify(one.values))}::text[])
        as u (row_id, at, key, raw)
    ) v
    where ${rowOf(table)} = v.row_id
      and t.tenant_id = ${scope.tenantId} and t.organization_id = ${scope.organizationId}
      ${table === 'wa_connections' ? sql`` : sql`and t.connection_id = ${connectionId}`}
      ${isTold ? sql`and (t.synced_at is null or date_trunc('second', t.synced_at) <= v.at)` : sql``}
      and (not t.reported ? ${fact}::text
           or ((t.reported -> ${fact}::text ->> 'at')::timestamptz, t.reported -> ${fact}::text ->> 'key' collate "C")
              < (v.at, v.key collate "C"))`.execute(db)
}

function rowOf(table: RowFact['table']) {
  return table === 'wa_numbers' ? sql`t.channel_id` : sql`t.id`
}

function columnValue(column: string) {
  if (jsonColumns.has(column)) return sql`v.values -> ${column}::text`
  if (timeColumns.has(column)) return sql`(v.values ->> ${column}::text)::timestamptz`
  return sql`v.values ->> ${column}::text`
}
