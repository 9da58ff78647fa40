import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf, sql } from '../db.ts'
import type { HubEvent } from './record-events.ts'

const BATCH = 500

export interface EventBus {
  emit(
    event: string,
    payload: Record<string, unknown>,
    options?: { persistent?: boolean; tenantId?: string; organizationId?: string },
  ): Promise<void>
}

/**
 * Publishes what was recorded, oldest first, and forgets it. A process that dies in between leaves the rows to
 * the next one, so subscribers may hear of something twice and never not at all.
 *
 * @returns how many were published; call again until it is 0
 */
export async function publishEvents(em: EntityManager, bus: EventBus): Promise<number> {
  return em.fork().transactional(async (tx) => {
    const { rows } = await sql<HubEvent & { id: string }>`
      with taken as (
        select id from cc_outgoing_events order by id limit ${BATCH} for update skip locked
      )
      delete from cc_outgoing_events e using taken where e.id = taken.id
      returning e.id, e.tenant_id as "tenantId", e.organization_id as "organizationId", e.event, e.payload
      `.execute(dbOf(tx))
    for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const { tenantId, organizationId } = row
      await bus.emit(
        row.event,
        { ...row.payload, tenantId, organizationId },
        { persistent: true, tenantId, organizationId },
      )
    }
    return rows.length
  })
}
