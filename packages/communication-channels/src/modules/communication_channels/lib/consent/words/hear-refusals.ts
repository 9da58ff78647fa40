import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import type { StatusError } from '../../delivery-event.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { RaisedMessage } from '../../message-status.ts'
import { holdContacts } from '../whose.ts'
import { type Heard, recordHeard } from './heard.ts'

interface Row {
  id: string
  tenantId: string
  organizationId: string
  conversationId: string
  identityId: string
  channelType: string
  error: StatusError & { endsConsent: 'marketing' }
  at: Timestamp
}

/**
 * Of messages that failed, those that the provider refused because the person wants no more of this: they said so to the
 * provider, and it says so to us. When, is when the first report of that was made, or the refusal given.
 */
export async function hearRefusals(
  db: Db,
  raised: Pick<RaisedMessage, 'id' | 'endsConsent'>[],
): Promise<Heard[]> {
  const messageIds = raised.filter(({ endsConsent }) => endsConsent).map(({ id }) => id)
  if (messageIds.length === 0) return []
  const { rows } = await sql<Row>`
    select m.id, m.tenant_id as "tenantId", m.organization_id as "organizationId",
           m.conversation_id as "conversationId", m.identity_id as "identityId", ch.channel_type as "channelType",
           m.error, coalesce(reported.at, m.updated_at) as at
    from cc_external_messages m
    join cc_communication_channels ch on ch.id = m.channel_id
    cross join lateral (
      select min(e.occurred_at) as at from cc_message_status_events e
      where e.channel_id = m.channel_id and e.external_message_id = m.external_message_id and e.status = 'failed') reported
    where m.id = any(${messageIds}::uuid[]) and m.direction = 'outbound' and m.status = 'failed'
      and m.error ->> 'endsConsent' = 'marketing' and m.identity_id is not null
    order by m.id`.execute(db)
  return rows.map(({ id, tenantId, organizationId, conversationId, identityId, channelType, error, at }) => ({
    scope: { tenantId, organizationId },
    conversationId,
    consent: {
      ...{ identityId, channelType, purpose: error.endsConsent, kind: 'opted_out', source: 'error' },
      sourceKey: `refusal:${id}`,
      occurredAt: toDate(at),
      confirmedAt: null,
      expiresAt: null,
      actorUserId: null,
      language: null,
      textVersion: null,
      words: {
        text: error.detail ?? error.message,
        evidence: { messageId: id, ...(error.providerCode ? { providerCode: error.providerCode } : {}) },
      },
    },
  }))
}

/** Who applies deliveries holds people before their messages: so has whoever is about to record a refusal. */
export async function holdRefusing(db: Db, messageId: string): Promise<void> {
  const { rows } = await sql<{ contactId: string }>`
    select v.contact_id as "contactId" from cc_external_messages m
    join cc_external_conversations v on v.id = m.conversation_id
    where m.id = ${messageId}`.execute(db)
  await holdContacts(
    db,
    rows.map(({ contactId }) => contactId),
  )
}

/** The same for a sender, who learns of it by the answer. After the commit it wakes `CONSENTS_QUEUE`. */
export async function recordRefusals(
  db: Db,
  encryption: TenantEncryptionService,
  raised: Pick<RaisedMessage, 'id' | 'endsConsent'>[],
): Promise<void> {
  await recordHeard(db, encryption, await hearRefusals(db, raised))
}
