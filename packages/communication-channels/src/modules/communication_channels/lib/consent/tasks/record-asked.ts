import { type Db, sql, type Timestamp, toDate } from '../../db.ts'
import type { QueueContext } from '../../outbox/send-target.ts'
import { recordConsents } from '../ledger/record-consents.ts'
import type { ConsentTask } from './task-statements.ts'

interface Asked {
  messageId: string
  language: string
  expiresAt: Date
}

/** Enters into the ledger that somebody is asked to confirm, with the words in which they are. */
export async function recordAsked(
  db: Db,
  { encryption, scope, now }: QueueContext,
  { id, event }: ConsentTask,
  { messageId, language, expiresAt }: Asked,
): Promise<void> {
  const { tenantId, organizationId } = scope
  const { rows } = await sql<{ identityId: string | null; content: string; sentAt: Timestamp }>`
    select identity_id as "identityId", content, sent_at as "sentAt" from cc_external_messages
    where id = ${messageId} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  const { identityId, content, sentAt } = rows[0]!
  const opened = await encryption.decryptEntityPayload(
    'communication_channels:external_message',
    { content },
    tenantId,
    organizationId,
  )
  await recordConsents(
    db,
    encryption,
    scope,
    [
      {
        ...{ purpose: 'marketing', kind: 'asked', source: 'message', language, expiresAt },
        sourceKey: `ask:${id}`,
        occurredAt: toDate(sentAt),
        confirmedAt: null,
        identityId: identityId ?? event.identityId,
        channelType: event.channelType,
        actorUserId: null,
        textVersion: null,
        words: { text: textOf(JSON.parse(String(opened.content))), evidence: { messageId } },
      },
    ],
    now,
  )
}

/** As they read it. */
function textOf(content: { text?: string; body?: string; rendered?: { body: string } }): string | null {
  return content.rendered?.body ?? content.body ?? content.text ?? null
}
