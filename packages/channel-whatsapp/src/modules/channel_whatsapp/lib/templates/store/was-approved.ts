import { sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'

type Part = ReturnType<typeof sql>

/** Of `DELETED` nobody knows what it was before. */
const SAY_NOTHING = ['PENDING', 'REJECTED', 'IN_APPEAL', 'LIMIT_EXCEEDED', 'DELETED']

/** Whether a template in this state was approved once. */
export function isApproved(status: Part) {
  return sql<boolean>`${status} <> all(${SAY_NOTHING}::text[])`
}

/** What is reported of a template with a mark that it was approved once: its status forgets that with the next edit. */
export function markIf(isApproved: Part, reported: Part = sql`t.reported`) {
  return sql`case when ${isApproved} then ${reported} || '{"approved": true}' else ${reported} end`
}

/** Of a template `t`. Meta has an opinion only of what was sent. */
export const wasApproved = sql<boolean>`(${isApproved(sql`t.status`)} or t.reported @> '{"approved": true}'
  or coalesce(t.quality_score, 'UNKNOWN') <> 'UNKNOWN'
  or exists (select from wa_template_quality q
             where q.connection_id = t.connection_id and q.external_id = t.external_id))`
