import {
  type Db,
  sql,
  type Timestamp,
  toDate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { z } from 'zod'

/** Meta's: the name of a deleted template that was approved is free again after 30 days. */
const BLOCKED_DAYS = 30

/** What the lint has to know of a name. */
export const nameStandingAnswer = z.object({
  takenNames: z.array(z.object({ name: z.string(), language: z.string() })),
  blockedNames: z.array(z.object({ name: z.string(), until: z.iso.datetime() })),
})
export type NameStanding = z.infer<typeof nameStandingAnswer>

type Wish = { name: string; language: string }

/**
 * Whether a new template may have its name. A deleted language does not keep another one of the same template from being
 * added, but of a name that is gone altogether none is.
 */
export async function nameStanding(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  { name, language }: Wish,
): Promise<NameStanding> {
  const named = sql`tenant_id = ${tenantId} and organization_id = ${organizationId}
    and connection_id = ${connectionId} and name = ${name}`
  const { rows: taken } = await sql<Wish>`select name, language from wa_templates where ${named}`.execute(db)
  const { rows: blocked } = await sql<{ until: Timestamp }>`
    select max(deleted_at) + make_interval(days => ${BLOCKED_DAYS}) as until
    from wa_deleted_templates
    where ${named} and was_approved and deleted_at > now() - make_interval(days => ${BLOCKED_DAYS})
      and (language = ${language} or not exists (select from wa_templates where ${named}))
    having count(*) > 0`.execute(db)
  return {
    takenNames: taken,
    blockedNames: blocked.map(({ until }) => ({ name, until: toDate(until).toISOString() })),
  }
}

/** How many templates Meta lets the account have, as the last sync was told; null where nobody knows. */
export async function roomForTemplates(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
): Promise<{ count: number; limit: number | null }> {
  const own = sql`tenant_id = ${tenantId} and organization_id = ${organizationId}
    and connection_id = ${connectionId}`
  const { rows } = await sql<{ count: number; limit: number | null }>`
    select (select count(*)::int from wa_templates where ${own}) as count,
           (select template_limit from wa_template_syncs
            where ${own} and template_limit is not null order by asked_at desc limit 1) as limit`.execute(db)
  return rows[0]!
}
