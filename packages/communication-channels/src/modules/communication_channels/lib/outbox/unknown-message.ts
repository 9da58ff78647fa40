import type { OutboundContent } from '../content/message-content.ts'
import { type Db, sql, type Timestamp } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { ChannelError } from '../errors.ts'
import { recordEvents } from '../events/record-events.ts'
import { statusEvent } from '../events/status-event.ts'
import type { RaisedMessage } from '../message-status.ts'
import { openContent } from '../messages/message-view.ts'
import type { Purpose } from '../policy/purpose.ts'
import type { Scope } from '../scope.ts'
import type { Lane } from './lane.ts'

/** A message of ours as a person finds it who is to say what becomes of it. */
export interface AskedAbout {
  id: string
  conversationId: string
  status: string
  updatedAt: Timestamp
  settledAs: 'resent' | 'left' | null
  resentAs: string | null
  /** Encrypted, as is the fallback. */
  content: string
  fallbackText: string | null
  hasFallenBack: boolean
  replyToExternalId: string | null
  lane: Lane | null
  priority: number
  purpose: Purpose | null
  notification: string | null
  requestedAt: Timestamp | null
}

/** In the order in which they were written. */
export async function loadAskedAbout(
  db: Db,
  { tenantId, organizationId }: Scope,
  ids: string[],
): Promise<AskedAbout[]> {
  const { rows } = await sql<AskedAbout>`
    select m.id, m.conversation_id as "conversationId", m.status, m.updated_at as "updatedAt", m.settled_as as "settledAs",
           m.content, m.fallback_text as "fallbackText", m.refused_content is not null as "hasFallenBack",
           m.reply_to_external_id as "replyToExternalId", m.lane, m.priority, m.purpose, m.notification,
           m.requested_at as "requestedAt", resent.id as "resentAs"
    from cc_external_messages m left join cc_external_messages resent on resent.resend_of = m.id
    where m.id = any(${ids}::uuid[]) and m.tenant_id = ${tenantId} and m.organization_id = ${organizationId}
      and m.direction = 'outbound'
    order by m.id`.execute(db)
  return rows
}

function unreadable(): ChannelError {
  return new ChannelError(
    422,
    'content_unreadable',
    'What this message said cannot be read any more.',
    'Write it anew.',
  )
}

/**
 * What it said, as it left: checked and filled in, so nothing has to be worked out anew.
 *
 * @throws ChannelError 422 `content_unreadable`
 */
export async function openOutbound(
  encryption: TenantEncryptionService,
  scope: Scope,
  message: AskedAbout,
): Promise<{ content: OutboundContent; fallbackText: string | null }> {
  const { fallback_text: fallbackText } = await encryption.decryptEntityPayload(
    'communication_channels:external_message',
    { fallback_text: message.hasFallenBack ? null : message.fallbackText },
    scope.tenantId,
    scope.organizationId,
  )
  const content = await openContent(encryption, scope, message.content)
  if (content.type === 'unsupported') throw unreadable()
  return {
    content: content as OutboundContent,
    fallbackText: typeof fallbackText === 'string' ? fallbackText : null,
  }
}

/** Keeps what a person decided, of those that nothing has settled meanwhile. Their threads hear of it. */
export async function markSettled(
  db: Db,
  { tenantId, organizationId }: Scope,
  ids: string[],
  settlement: { as: 'resent' | 'left'; by: string | null; at: Date },
): Promise<string[]> {
  const { rows } = await sql<RaisedMessage>`
    update cc_external_messages
    set settled_as = ${settlement.as}, settled_at = ${settlement.at}, settled_by = ${settlement.by}
    where id in (
      select id from cc_external_messages
      where id = any(${ids}::uuid[]) and tenant_id = ${tenantId} and organization_id = ${organizationId}
        and status = 'unknown' and settled_as is null
      order by id for update)
    returning id, tenant_id as "tenantId", organization_id as "organizationId", channel_id as "channelId",
              conversation_id as "conversationId", status`.execute(db)
  await recordEvents(db, rows.map(statusEvent))
  return rows.map(({ id }) => id)
}
