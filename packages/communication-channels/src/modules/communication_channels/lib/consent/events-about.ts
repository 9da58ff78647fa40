import { type Db, sql, type Timestamp, toDate } from '../db.ts'
import type { Scope } from '../scope.ts'
import type { ConsentEvent } from './consent.ts'
import { knownTime, OCCURRED_AT } from './ledger/entry-times.ts'
import { eventsAbout } from './whose.ts'

/** An entry of the ledger, and of whom it speaks as people are known now. */
export interface EventAbout extends ConsentEvent, Scope {
  eventId: string
  contactId: string
  channelType: string
}

interface Row extends Omit<EventAbout, 'occurredAt' | 'confirmedAt' | 'expiresAt'> {
  occurredAt: Timestamp
  confirmedAt: Timestamp | null
  expiresAt: Timestamp | null
}

/** All that the ledger has about contacts, in no order. */
export async function loadEventsAbout(db: Db, contactIds: string[]): Promise<EventAbout[]> {
  const { rows } = await sql<Row>`
    select tenant_id as "tenantId", organization_id as "organizationId", contact_id as "contactId",
           channel_type as "channelType", id as "eventId", purpose, kind, source, source_key as "sourceKey",
           ${OCCURRED_AT} as "occurredAt", ${knownTime('e.confirmed_at')} as "confirmedAt",
           ${knownTime('e.expires_at')} as "expiresAt"
    from ${eventsAbout(contactIds)} e`.execute(db)
  return rows.map(({ occurredAt, confirmedAt, expiresAt, ...event }) => ({
    ...event,
    ...{ occurredAt: toDate(occurredAt), confirmedAt: toDate(confirmedAt), expiresAt: toDate(expiresAt) },
  }))
}
