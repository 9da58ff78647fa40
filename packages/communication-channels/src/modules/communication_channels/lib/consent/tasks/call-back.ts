import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import type { StatusError } from '../../delivery-event.ts'
import { cancelMessages } from '../../outbox/cancel-messages.ts'
import { optedOut } from '../../policy/basis.ts'
import type { Stop } from '../../policy/decision.ts'
import type { Scope } from '../../scope.ts'
import type { ConsentPurpose, ConsentSource } from '../consent.ts'
import { holdersOf } from '../whose.ts'
import { type ConsentTask, finishTask } from './task-statements.ts'

const OPTED_OUT: StatusError = {
  code: 'opted_out',
  message: 'They do not want messages of this kind any more, so it was called back.',
  action: 'Look at what they agreed to before you write again.',
}

/**
 * Calls back what waits to be sent to people who want no more of it, in all their conversations: of several people in one
 * transaction. Whoever wants it again by now keeps what is queued.
 */
export async function callBackQueued(db: Db, scope: Scope, tasks: ConsentTask[], now: Date): Promise<void> {
  const holders = await holdersOf(
    db,
    tasks.map(({ event }) => event),
  )
  const unwanted = await findUnwanted(db, scope, tasks, holders)
  const cancelled = await cancelMessages(db, scope, [...unwanted.keys()], now, OPTED_OUT)
  await keepWhy(
    db,
    scope,
    cancelled.map(({ id }) => [id, stopBy(unwanted.get(id)!, now)]),
  )
  for (const [nth, task] of tasks.entries()) {
    const own = cancelled.filter(({ id }) => isOf(unwanted.get(id)!, holders[nth]!, task.event.purpose))
    await finishTask(db, task, { cancelled: own.length })
  }
}

interface Unwanted {
  id: string
  contactId: string
  purpose: ConsentPurpose
  since: Timestamp | null
  source: ConsentSource | null
}

/** By the ids of messages: who wants no more of what. */
async function findUnwanted(
  db: Db,
  { tenantId, organizationId }: Scope,
  tasks: ConsentTask[],
  holders: (string | null)[],
): Promise<Map<string, Unwanted>> {
  const { rows } = await sql<Unwanted>`
    select distinct m.id, c.contact_id as "contactId", c.purpose, c.since, c.source
    from unnest(
      ${holders}::uuid[], ${tasks.map(({ event }) => event.channelType)}::text[],
      ${tasks.map(({ event }) => event.purpose)}::text[]) as ended (contact_id, channel_type, purpose)
    join cc_consents c on c.contact_id = ended.contact_id and c.channel_type = ended.channel_type
      and c.purpose = ended.purpose and c.state = 'opted_out'
    join cc_external_conversations v on v.contact_id = c.contact_id
      and v.tenant_id = ${tenantId} and v.organization_id = ${organizationId}
    join cc_communication_channels ch on ch.id = v.channel_id and ch.channel_type = c.channel_type
    join cc_external_messages m on m.conversation_id = v.id and m.status = 'queued' and m.purpose = c.purpose`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function isOf({ contactId, purpose }: Unwanted, holder: string | null, ended: ConsentPurpose): boolean {
  return contactId === holder && purpose === ended
}

/** What the policy says of it now. They may want it again tomorrow, and the reason stays the one of today. */
function stopBy({ purpose, since, source }: Unwanted, now: Date): Stop {
  const reasons = [optedOut(purpose, { since: toDate(since), source })]
  return { at: now.toISOString(), decision: { outcome: 'refuse', reasons, template: null, until: null } }
}

async function keepWhy(
  db: Db,
  { tenantId, organizationId }: Scope,
  stops: (readonly [id: string, stop: Stop])[],
): Promise<void> {
  if (stops.length === 0) return
  await sql`
    update cc_external_messages m set stopped = s.stopped
    from unnest(
      ${stops.map(([id]) => id)}::uuid[], ${stops.map(([, stop]) => JSON.stringify(stop))}::jsonb[]) as s (id, stopped)
    where m.id = s.id and m.tenant_id = ${tenantId} and m.organization_id = ${organizationId}`.execute(db)
}
