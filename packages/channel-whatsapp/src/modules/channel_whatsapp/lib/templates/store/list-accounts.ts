import { sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { z } from 'zod'
import { selectNumbers } from '../../connections/connection-statements.ts'
import type { ProviderContext } from '../../provider-context.ts'
import { type SyncRunRow, syncRun, syncRunColumns, viewRun } from '../sync/sync-run.ts'
import { roomForTemplates } from '../write/name-standing.ts'
import { accountName } from './account-name.ts'

export const accountNumber = z.object({ channelId: z.uuid(), phone: z.string(), name: z.string().nullable() })

export const templateAccount = z.object({
  connectionId: z.uuid(),
  name: z.string(),
  businessAccountId: z.string(),
  numbers: z.array(accountNumber),
  /** The limit is Meta's, as the last sync was told; null where it was not. */
  usage: z.object({ count: z.int(), limit: z.int().nullable() }),
  byStatus: z.record(z.string(), z.int()),
  languages: z.array(z.string()),
  /** How many templates are about to become dearer, or are another category's in Meta's eyes. */
  categoryWarnings: z.int(),
  /** Of these the one that changes first. */
  firstCategoryWarning: z.uuid().nullable(),
  /** The latest, or the one that is under way; null where none was yet. */
  sync: syncRun.nullable(),
})
export type TemplateAccount = z.infer<typeof templateAccount>

interface Row {
  id: string
  name: string
  businessAccountId: string
  byStatus: Record<string, number>
  languages: string[]
  categoryWarnings: number
  firstCategoryWarning: string | null
}

/** The accounts of an organisation with what they hold of templates. */
export async function listAccounts({
  db,
  scope,
}: Pick<ProviderContext, 'db' | 'scope'>): Promise<TemplateAccount[]> {
  const { tenantId, organizationId } = scope
  const { rows } = await sql<Row>`
    select c.id, ${accountName} as name, c.business_account_id as "businessAccountId",
           coalesce(t.by_status, '{}') as "byStatus", coalesce(t.languages, '[]') as languages,
           w.count as "categoryWarnings", w.first as "firstCategoryWarning"
    from wa_connections c
    left join lateral (
      select jsonb_object_agg(s.status, s.count) as by_status,
             (select jsonb_agg(distinct o.language order by o.language) from wa_templates o
              where o.connection_id = c.id and o.tenant_id = c.tenant_id) as languages
      from (select status, count(*)::int as count from wa_templates w
            where w.connection_id = c.id and w.tenant_id = c.tenant_id group by status) s
    ) t on true
    cross join lateral (
      select count(*)::int as count,
             (array_agg(d.id order by d.category_changes_at nulls last, d.name, d.language))[1] as first
      from wa_templates d
      where d.connection_id = c.id and d.tenant_id = c.tenant_id and d.organization_id = c.organization_id
        and upper(d.correct_category) <> upper(d.category)
        and (d.category_changes_at is null or upper(d.correct_category) = 'MARKETING')
    ) w
    where c.tenant_id = ${tenantId} and c.organization_id = ${organizationId} and c.deleted_at is null
    order by c.is_default desc, 2, c.id`.execute(db)
  const [numbers, syncs] = await Promise.all([selectNumbers(db, scope), latestSyncs()])
  return Promise.all(
    rows.map(async ({ id, ...row }) => ({
      connectionId: id,
      ...row,
      numbers: numbers
        .filter(({ connectionId }) => connectionId === id)
        .map((one) => ({ channelId: one.channelId, phone: one.displayPhoneNumber, name: one.verifiedName })),
      usage: await roomForTemplates(db, scope, id),
      sync: syncs.get(id) ?? null,
    })),
  )

  async function latestSyncs() {
    const { rows: runs } = await sql<SyncRunRow & { connectionId: string }>`
      select distinct on (r.connection_id) r.connection_id as "connectionId", ${syncRunColumns}
      from wa_template_syncs r
      where r.tenant_id = ${tenantId} and r.organization_id = ${organizationId}
      order by r.connection_id, r.asked_at desc, r.id desc`.execute(db)
    return new Map(runs.map((run) => [run.connectionId, viewRun(run)]))
  }
}
