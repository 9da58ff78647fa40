import { type Db, sql } from '../db.ts'
import { CLOSING_SOON_MS } from '../policy/window.ts'
import type { Scope } from '../scope.ts'

export const WINDOW_FILTERS = ['open', 'closing_soon', 'closed'] as const
export type WindowFilter = (typeof WINDOW_FILTERS)[number]

const expiresAt = sql`c.conversation_window_expires_at`

/** In SQL, for the conversation as `c` and the rules of its provider as `rule`: without a rule it is always open. */
export function windowCondition(filter: WindowFilter, now: Date) {
  switch (filter) {
    case 'open':
      return sql`(rule.length is null or ${expiresAt} > ${now})`
    case 'closed':
      return sql`(rule.length is not null and coalesce(${expiresAt} <= ${now}, true))`
    case 'closing_soon':
      return closesSoon(now)
  }
}

function closesSoon(now: Date) {
  return sql`(${expiresAt} > ${now} and ${expiresAt} < ${new Date(now.getTime() + CLOSING_SOON_MS)})`
}

/** More are as good as this many: nobody looks through so many, and to count on would cost. */
const COUNTED_AT_MOST = 100

/** How many conversations close soon, on one number or on all; at most a hundred. */
export async function countClosingSoon(
  db: Db,
  { tenantId, organizationId }: Scope,
  channelId: string | undefined,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from cc_external_conversations c
      where c.tenant_id = ${tenantId} and c.organization_id = ${organizationId} and ${closesSoon(now)}
        ${channelId ? sql`and c.channel_id = ${channelId}` : sql``}
        and c.last_message_at is not null and c.merged_into_id is null
      limit ${COUNTED_AT_MOST}) counted`.execute(db)
  return rows[0]!.count
}
