import { type Db, sql } from '../db.ts'
import { nextId } from '../ordered-id.ts'
import { plainArray } from '../plain-array.ts'
import type { Scope } from '../scope.ts'

export type HubEvent =
  | ConversationEvent
  | AccountReported
  | CircuitEvent
  | BatchEvent
  | ConsentChanged
  | ConsentImportProgressed

export interface ConversationEvent extends Scope {
  event: `communication_channels.${'message' | 'conversation'}.${string}`
  payload: {
    channelId: string
    providerKey?: string
    conversationId: string
    messageId?: string
    direction?: 'inbound' | 'outbound'
    status?: string
    /** It was applied once more because a person wanted it: whoever answers by itself leaves it. */
    isReplay?: boolean
  }
}

/** The provider said something about the account behind a connection, a number or a template of it. */
export interface AccountReported extends Scope {
  event: 'communication_channels.account.reported'
  payload: { connectionId: string; providerKey: string }
}

/** Sending from a number was paused, or goes on. */
export interface CircuitEvent extends Scope {
  event: `communication_channels.circuit.${'opened' | 'closed' | 'alert'}`
  payload: { channelId: string; providerKey: string; reason: string; retryAt: string | null }
}

export interface BatchEvent extends Scope {
  event: `communication_channels.batch.${'progressed' | 'finished'}`
  payload: { batchId: string }
}

/** Somebody agreed to be written to, or wants it no more. */
export interface ConsentChanged extends Scope {
  event: 'communication_channels.consent.changed'
  payload: { contactId: string; purpose: string; state: string }
}

export interface ConsentImportProgressed extends Scope {
  event: 'communication_channels.consent_import.progressed'
  payload: { importId: string }
}

/**
 * Writes down what happened in the transaction in which it happened. Published after its commit
 * (`publish-events.ts`): never for something rolled back, and never lost between commit and publication.
 */
export async function recordEvents(db: Db, events: HubEvent[]): Promise<void> {
  if (events.length === 0) return
  await sql`
    insert into cc_outgoing_events (id, tenant_id, organization_id, event, payload)
    select id, tenant_id, organization_id, event, payload::jsonb from unnest(
      ${plainArray(events.map(() => nextId()))}::uuid[],
      ${plainArray(events.map((event) => event.tenantId))}::uuid[],
      ${plainArray(events.map((event) => event.organizationId))}::uuid[],
      ${plainArray(events.map((event) => event.event))}::text[],
      ${events.map((event) => JSON.stringify(event.payload))}::text[])
      as v (id, tenant_id, organization_id, event, payload)`.execute(db)
}
