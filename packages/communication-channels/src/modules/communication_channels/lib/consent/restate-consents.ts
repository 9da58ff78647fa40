import { type Db, sql } from '../db.ts'
import { recordEvents } from '../events/record-events.ts'
import { type ConsentState, consentState } from './consent-state.ts'
import { type EventAbout, loadEventsAbout } from './events-about.ts'
import { holdContacts } from './whose.ts'

interface Stated extends ConsentState<EventAbout> {
  /** Any of theirs: whose and about what it is. */
  about: EventAbout
}

/**
 * Works out anew how contacts stand to each purpose, from all that the ledger has about them, and tells of what changed.
 * Whenever something was recorded about them, and whenever who they are has changed.
 */
export async function restateConsents(db: Db, contactIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(contactIds)]
  if (ids.length === 0) return
  await holdContacts(db, ids)
  const about = Map.groupBy(await loadEventsAbout(db, ids), keyOf)
  const stated = [...about.values()].map(stateOf)
  const changed = [...(await forget(db, ids, stated)), ...(await write(db, stated))]
  await recordEvents(
    db,
    changed.map(({ tenantId, organizationId, ...payload }) => ({
      ...{ tenantId, organizationId, payload },
      event: 'communication_channels.consent.changed',
    })),
  )
}

function keyOf({ contactId, channelType, purpose }: EventAbout): string {
  return `${contactId}|${channelType}|${purpose}`
}

function stateOf(events: EventAbout[]): Stated {
  return { ...consentState(events), about: events[0]! }
}

interface Changed {
  tenantId: string
  organizationId: string
  contactId: string
  purpose: string
  state: string
}

const told = sql`
  tenant_id as "tenantId", organization_id as "organizationId", contact_id as "contactId", purpose`

/** What was said by somebody who is another contact now. */
async function forget(db: Db, contactIds: string[], stated: Stated[]): Promise<Changed[]> {
  const { rows } = await sql<Changed>`
    delete from cc_consents c
    where c.contact_id = any(${contactIds}::uuid[]) and not exists (
      select 1 from unnest(
        ${stated.map(({ about }) => about.contactId)}::uuid[], ${stated.map(({ about }) => about.channelType)}::text[],
        ${stated.map(({ about }) => about.purpose)}::text[]) as s (contact_id, channel_type, purpose)
      where s.contact_id = c.contact_id and s.channel_type = c.channel_type and s.purpose = c.purpose)
    returning ${told}, 'none' as state`.execute(db)
  return rows
}

async function write(db: Db, stated: Stated[]): Promise<Changed[]> {
  if (stated.length === 0) return []
  const { rows } = await sql<Changed>`
    insert into cc_consents as c (
      tenant_id, organization_id, contact_id, channel_type, purpose, state, since, source, event_id, confirmed_at,
      asked_at, ask_expires_at)
    select * from unnest(
      ${stated.map(({ about }) => about.tenantId)}::uuid[], ${stated.map(({ about }) => about.organizationId)}::uuid[],
      ${stated.map(({ about }) => about.contactId)}::uuid[], ${stated.map(({ about }) => about.channelType)}::text[],
      ${stated.map(({ about }) => about.purpose)}::text[], ${stated.map(({ state }) => state)}::text[],
      ${stated.map(({ since }) => since)}::timestamptz[], ${stated.map(({ source }) => source)}::text[],
      ${stated.map(({ event }) => event?.eventId ?? null)}::uuid[],
      ${stated.map(({ confirmedAt }) => confirmedAt)}::timestamptz[],
      ${stated.map(({ asked }) => asked?.at ?? null)}::timestamptz[],
      ${stated.map(({ asked }) => asked?.expiresAt ?? null)}::timestamptz[])
    on conflict (contact_id, channel_type, purpose) do update
      set state = excluded.state, since = excluded.since, source = excluded.source, event_id = excluded.event_id,
          confirmed_at = excluded.confirmed_at, asked_at = excluded.asked_at,
          ask_expires_at = excluded.ask_expires_at, updated_at = now()
      where (c.state, c.since, c.source, c.event_id, c.confirmed_at, c.asked_at, c.ask_expires_at)
        is distinct from (excluded.state, excluded.since, excluded.source, excluded.event_id, excluded.confirmed_at,
                          excluded.asked_at, excluded.ask_expires_at)
    returning ${told}, c.state`.execute(db)
  return rows
}
