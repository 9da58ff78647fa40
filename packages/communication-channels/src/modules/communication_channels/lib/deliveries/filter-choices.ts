import { z } from 'zod'
import { type Db, sql } from '../db.ts'
import type { Scope } from '../scope.ts'

/** Of the latest deliveries: what is rarely there is not worth a look through all of them. */
const LOOKED_AT = 1_000

export const filterChoices = z.object({
  connections: z.array(z.object({ id: z.uuid(), numbers: z.array(z.string()) })),
  /** What was put aside lately, as its provider calls it. */
  fields: z.array(z.string()),
})
export type FilterChoices = z.infer<typeof filterChoices>

export async function listFilterChoices(db: Db, { tenantId, organizationId }: Scope): Promise<FilterChoices> {
  const connections = await sql<FilterChoices['connections'][number]>`
    select connection_id as id, array_agg(display_name order by display_name, id) as numbers
    from cc_communication_channels
    where tenant_id = ${tenantId} and organization_id = ${organizationId}
    group by connection_id order by min(display_name), connection_id`.execute(db)
  const fields = await sql<{ field: string }>`
    select distinct jsonb_object_keys(outcome -> 'fields') as field from (
      select outcome from cc_webhook_deliveries
      where tenant_id = ${tenantId} and organization_id = ${organizationId}
      order by received_at desc, id desc limit ${LOOKED_AT}) latest
    where jsonb_typeof(outcome -> 'fields') = 'object'
    order by field limit 100`.execute(db)
  return { connections: connections.rows, fields: fields.rows.map(({ field }) => field) }
}
