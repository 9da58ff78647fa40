import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { GraphTemplate } from '../../graph/list-templates.ts'
import type { TemplateForm } from './template-form.ts'
import type { TemplateRow } from './template-row.ts'
import { isApproved, markIf } from './was-approved.ts'

/** A template as it is now, and how it stands with Meta. */
export interface WrittenTemplate extends TemplateForm {
  status: string
  qualityScore: string | null
  rejectedReason: string | null
  correctCategory: string | null
}

/**
 * Writes rows as Graph answered at `at`. What a webhook reported since stays: Graph answered with what was before. One
 * that was read since is left as it is, and one that is known to have been deleted since does not come back.
 *
 * @param told what Graph was asked for; other columns stay
 * @returns the rows as they are now
 */
export async function writeTemplates(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  templates: TemplateRow[],
  told: (keyof GraphTemplate)[],
  at: Date,
): Promise<WrittenTemplate[]> {
  const isTold = (name: keyof GraphTemplate) => sql.lit(told.includes(name))
  const fact = (column: string, name: keyof GraphTemplate) => sql`
    ${sql.ref(column)} = case when ${isTold(name)} then excluded.${sql.ref(column)} else t.${sql.ref(column)} end`
  const { rows } = await sql<WrittenTemplate>`
    insert into wa_templates as t
      (tenant_id, organization_id, connection_id, synced_at, id, external_id, name, language, category, status,
       parameter_format, components, quality_score, rejected_reason, previous_category, correct_category,
       sub_category, message_send_ttl_seconds, library_template_name, reported)
    select ${tenantId}::uuid, ${organizationId}::uuid, ${connectionId}::uuid, ${at}::timestamptz, v.*,
           ${markIf(isApproved(sql`v.status`), sql`'{}'::jsonb`)}
    from jsonb_to_recordset(${JSON.stringify(templates)}::jsonb)
      as v (id uuid, external_id text, name text, language text, category text, status text, parameter_format text,
            components jsonb, quality_score text, rejected_reason text, previous_category text,
            correct_category text, sub_category text, message_send_ttl_seconds integer,
            library_template_name text)
    where not exists (
      select from wa_deleted_templates d
      where d.tenant_id = ${tenantId} and d.organization_id = ${organizationId}
        and d.connection_id = ${connectionId} and d.name = v.name and d.language = v.language
        and d.noticed_at between ${at} and now())
    on conflict (connection_id, name, language) do update set
      external_id = excluded.external_id,
      status = case when ${isReportedSince('status')} then t.status else excluded.status end,
      rejected_reason = case when ${isReportedSince('status')} or not ${isTold('rejected_reason')}
                        then t.rejected_reason else excluded.rejected_reason end,
      status_reason = case when ${isReportedSince('status')} or t.status = excluded.status then t.status_reason end,
      category = case when ${isReportedSince('category')} then t.category else excluded.category end,
      quality_score = case when ${isReportedSince('quality')} or not ${isTold('quality_score')}
                      then t.quality_score else excluded.quality_score end,
      correct_category = case when ${keepsCorrectCategory(isTold('correct_category'))}
                         then t.correct_category else excluded.correct_category end,
      category_changes_at = case when ${keepsCorrectCategory(isTold('correct_category'))}
                              or t.correct_category = excluded.correct_category then t.category_changes_at end,
      parameter_format = excluded.parameter_format,
      components = case when ${isReportedSince('components')} then t.components else excluded.components end,
      synced_components = case when ${isReportedSince('components')} then excluded.components end,
      ${fact('previous_category', 'previous_category')}, ${fact('sub_category', 'sub_category')},
      ${fact('message_send_ttl_seconds', 'message_send_ttl_seconds')},
      ${fact('library_template_name', 'library_template_name')},
      reported = ${markIf(sql`${isApproved(sql`t.status`)} or ${isApproved(sql`excluded.status`)}`)},
      synced_at = excluded.synced_at
    where ${isOlder(sql`excluded.synced_at`)}
    returning t.name, t.language, t.category, t.parameter_format as "parameterFormat", t.components, t.status,
              t.quality_score as "qualityScore", t.rejected_reason as "rejectedReason",
              t.correct_category as "correctCategory"`.execute(db)
  return rows
}

/** For those that are as Graph answered at `at` already. */
export async function touchTemplates(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  templates: { name: string; language: string }[],
  at: Date,
): Promise<void> {
  if (templates.length === 0) return
  await sql`
    update wa_templates t set synced_at = ${at}, reported = ${markIf(isApproved(sql`t.status`))}
    from unnest(${templates.map(({ name }) => name)}::text[], ${templates.map(({ language }) => language)}::text[])
      as v (name, language)
    where t.connection_id = ${connectionId} and t.tenant_id = ${tenantId} and t.organization_id = ${organizationId}
      and t.name = v.name and t.language = v.language and ${isOlder(sql`${at}::timestamptz`)}`.execute(db)
}

/** A time that has not come yet is a clock's that was wrong. */
function isOlder(at: ReturnType<typeof sql>) {
  return sql<boolean>`(t.synced_at <= ${at} or t.synced_at > now())`
}

function isReportedSince(fact: 'status' | 'category' | 'quality' | 'correct_category' | 'components') {
  return sql<boolean>`coalesce((t.reported -> ${fact}::text ->> 'at')::timestamptz > excluded.synced_at, false)`
}

/** A change that was announced for a day still to come may not be in Graph's answer yet. */
function keepsCorrectCategory(isTold: ReturnType<typeof sql.lit>) {
  return sql<boolean>`(not ${isTold} or ${isReportedSince('correct_category')}
    or (excluded.correct_category is null and coalesce(t.category_changes_at > now(), false)))`
}
