import { type Db, sql } from '../../db.ts'
import { recordEvents } from '../../events/record-events.ts'
import { nudge, OUTBOX_QUEUE } from '../../nudge.ts'
import { type CircuitOf, circuitEvent } from './circuit-statements.ts'
import type { CircuitReason } from './decide-circuit.ts'

/**
 * Sending from a number goes on, and what waited for it is due. Also where a person set right what was wrong: switched the
 * number on again, entered another access token.
 *
 * @param of only where it opened for this
 */
export async function closeCircuit(db: Db, channelId: string, now: Date, of?: CircuitReason): Promise<void> {
  return close(db, channelId, now, of ? sql`and c.reason = ${of}` : sql``)
}

/** The probes of these numbers came through. */
export async function closeProbed(db: Db, channelIds: string[], now: Date): Promise<void> {
  for (const channelId of channelIds) await close(db, channelId, now, sql`and c.state = 'half_open'`)
}

async function close(db: Db, channelId: string, now: Date, which: ReturnType<typeof sql>): Promise<void> {
  const { rows } = await sql<CircuitOf & { reason: CircuitReason }>`
    update cc_circuits c set state = 'closed', opens = 0, updated_at = ${now}
    from cc_communication_channels ch
    where c.channel_id = ${channelId} and ch.id = c.channel_id and c.state <> 'closed' ${which}
    returning c.channel_id as "channelId", c.tenant_id as "tenantId", c.organization_id as "organizationId",
              c.reason, ch.provider_key as "providerKey"`.execute(db)
  const circuit = rows[0]
  if (!circuit) return
  await sql`
    update cc_external_messages set next_attempt_at = ${now}, wait_code = null
    where id in (
      select id from cc_external_messages
      where channel_id = ${channelId} and status = 'queued' and wait_code = 'circuit_open'
      order by id for update skip locked)`.execute(db)
  await recordEvents(db, [circuitEvent(circuit, 'closed', circuit.reason, null)])
  // Comes when this is committed, as a rule: all who close it end with that.
  nudge(OUTBOX_QUEUE)
}
