import {
  type Db,
  sql,
  type Timestamp,
  toDate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { type EditRules, editRules } from '../definition/edit-rules.ts'

interface Edited {
  connectionId: string
  name: string
  language: string
  category: string
  status: string
}

/** What may be done to a template now. Edits that were made in Meta's own tools are not known here. */
export async function editStanding(db: Db, scope: Scope, template: Edited, now: Date): Promise<EditRules> {
  const { status, category } = template
  return editRules({ status, category, editsAt: await editsOf(db, scope, template), now })
}

/**
 * When an approved template was edited here. The first form that a name had since it was deleted last is its creation; what
 * was changed after Meta had rejected or paused the template is not counted by Meta.
 */
async function editsOf(
  db: Db,
  { tenantId, organizationId }: Scope,
  { connectionId, name, language }: Edited,
): Promise<Date[]> {
  const ofConnection = sql`tenant_id = ${tenantId} and organization_id = ${organizationId}
    and connection_id = ${connectionId}`
  const named = sql`${ofConnection} and name = ${name} and language = ${language}`
  // As `subjectOf` writes it; how bad the news was says `severityOf`.
  const subject = `${name} (${language})`.slice(0, 600)
  const { rows } = await sql<{ at: Timestamp }>`
    select seen_at as at from (
      select seen_at, source, row_number() over (order by number) as position
      from wa_template_versions
      where ${named} and seen_at > coalesce(
        (select max(deleted_at) from wa_deleted_templates where ${named}), '-infinity')
    ) forms
    where source = 'submitted' and position > 1
      and coalesce((
        select told.severity = 'info' from wa_account_events told
        where ${ofConnection} and told.kind = 'template_status' and told.subject = ${subject}
          and told.occurred_at <= forms.seen_at
        order by told.occurred_at desc, told.id desc limit 1), true)`.execute(db)
  return rows.map(({ at }) => toDate(at))
}
