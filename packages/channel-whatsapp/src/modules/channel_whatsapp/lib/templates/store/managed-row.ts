import {
  sql,
  type Timestamp,
  toDate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { z } from 'zod'
import { findComponent, type TemplateComponent } from '../component.ts'
import { accountName } from './account-name.ts'

/** One name in one language as the list shows it; a draft that edits no template is one of status DRAFT. */
export const managedRow = z.object({
  id: z.uuid(),
  connectionId: z.uuid(),
  accountName: z.string(),
  name: z.string(),
  language: z.string(),
  category: z.string(),
  status: z.string(),
  quality: z.string().nullable(),
  rejectedReason: z.string().nullable(),
  /** What Meta said of the status beyond the reason. */
  statusReason: z.string().nullable(),
  /** What Meta thinks that it belongs to, or makes it at `categoryChangesAt`. */
  correctCategory: z.string().nullable(),
  categoryChangesAt: z.iso.datetime().nullable(),
  body: z.string(),
  header: z.string().nullable(),
  changedAt: z.iso.datetime(),
  draftId: z.uuid().nullable(),
})
export type ManagedRow = z.infer<typeof managedRow>

export type ManagedRecord = Omit<ManagedRow, 'body' | 'header' | 'categoryChangesAt' | 'changedAt'> & {
  components: TemplateComponent[]
  categoryChangesAt: Timestamp | null
  changedAt: Timestamp
}

/** Of a template `t` and its connection `c`. What was read last changed nothing where there is no newer version of it. */
export const managedColumns = sql`t.id, t.connection_id as "connectionId", ${accountName} as "accountName", t.name,
  t.language, t.category, t.status, t.quality_score as quality, t.rejected_reason as "rejectedReason",
  t.status_reason as "statusReason", t.correct_category as "correctCategory",
  t.category_changes_at as "categoryChangesAt", t.components,
  coalesce(greatest(
    (select max(v.seen_at) from wa_template_versions v
     where v.connection_id = t.connection_id and v.name = t.name and v.language = t.language),
    (select max((fact.value ->> 'at')::timestamptz) from jsonb_each(t.reported) fact)), t.synced_at) as "changedAt",
  (select d.id from wa_template_drafts d
   where d.template_id = t.id and d.tenant_id = t.tenant_id and d.organization_id = t.organization_id
   order by d.updated_at desc, d.id limit 1) as "draftId"`

/** Of a draft `d`, in the same order. */
export const draftColumns = sql`d.id, d.connection_id, ${accountName}, d.name, d.language, d.category, 'DRAFT',
  null, null, null, null, null::timestamptz, d.components, d.updated_at, d.id`

export function viewManaged({ components, ...row }: ManagedRecord): ManagedRow {
  const part = { components }
  return {
    ...row,
    categoryChangesAt: toDate(row.categoryChangesAt)?.toISOString() ?? null,
    changedAt: toDate(row.changedAt).toISOString(),
    body: findComponent(part, 'BODY')?.text ?? '',
    header: findComponent(part, 'HEADER')?.text ?? null,
  }
}
