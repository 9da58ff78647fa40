import { randomUUIDv7 } from 'node:crypto'
import {
  type Db,
  sql,
  type Timestamp,
  toDate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'

/** What Meta thought of a template, from then on. */
export interface QualityPoint {
  externalId: string
  score: string
  at: Date
}

/**
 * Keeps the points that tell something new. Before the first score Meta says that it does not know: that is not kept.
 */
export async function keepQuality(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  points: QualityPoint[],
): Promise<void> {
  if (points.length === 0) return
  const rows = points.map((point) => ({ ...point, id: randomUUIDv7() }))
  await sql`
    insert into wa_template_quality (id, tenant_id, organization_id, connection_id, external_id, score, at)
    select v.id, ${tenantId}::uuid, ${organizationId}::uuid, ${connectionId}::uuid, v."externalId", v.score, v.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v (id uuid, "externalId" text, score text, at timestamptz)
    left join lateral (
      select q.score from wa_template_quality q
      where q.connection_id = ${connectionId} and q.external_id = v."externalId" and q.at <= v.at
      order by q.at desc limit 1
    ) before on true
    where v.score <> coalesce(before.score, 'UNKNOWN')
    on conflict (connection_id, external_id, at) do nothing`.execute(db)
}

/** The oldest first. */
export async function listQuality(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  externalId: string,
): Promise<{ score: string; at: Date }[]> {
  const { rows } = await sql<{ score: string; at: Timestamp }>`
    select score, at from (
      select score, at from wa_template_quality
      where tenant_id = ${tenantId} and organization_id = ${organizationId} and connection_id = ${connectionId}
        and external_id = ${externalId}
      order by at desc limit 200
    ) latest order by at`.execute(db)
  return rows.map((row) => ({ ...row, at: toDate(row.at) }))
}
