import type { SendHold } from '../../adapter/send-content.ts'
import { recordRefusals } from '../../consent/words/hear-refusals.ts'
import type { OutboundContent } from '../../content/message-content.ts'
import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { recordEvents } from '../../events/record-events.ts'
import { statusEvent } from '../../events/status-event.ts'
import { raiseStatuses } from '../../message-status.ts'
import { nameMessages } from '../../name-messages.ts'
import { rankOf } from '../../status.ts'
import { closeProbed } from '../circuit/close-circuit.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'
import { templateNamed } from '../store-message.ts'
import { hubEvent } from './climb.ts'

export interface SentMessage {
  message: ReservedMessage
  externalMessageId: string
  hold: SendHold | null
  /** What left; null: what was written down before. */
  content: OutboundContent | null
}

/**
 * Writes down, in one transaction, which messages the provider took. Messages before their attempts, as those who apply
 * reports do it: who locks in another order waits for the other for ever.
 */
export async function recordSent(
  db: Db,
  encryption: TenantEncryptionService,
  sent: SentMessage[],
  now: Date,
): Promise<void> {
  const ids = sent.map(({ message }) => message.id).sort()
  await sql`select 1 from cc_external_messages where id = any(${ids}::uuid[]) order by id for update`.execute(
    db,
  )
  const names = sent.map(({ message, externalMessageId }) => ({
    messageId: message.id,
    channelId: message.channelId,
    externalMessageId,
  }))
  const inherited = await nameMessages(db, names)
  await keepHolds(db, sent)
  await keepContents(db, encryption, sent)
  const raised = await raiseStatuses(db, names)
  await sql`
    update cc_external_messages
    set status = 'sent', status_rank = ${rankOf('sent')}, error = null, claimed_until = null, next_attempt_at = null,
        updated_at = ${now}
    where id = any(${ids}::uuid[]) and status_rank < ${rankOf('sent')}`.execute(db)
  await sql`
    update cc_send_attempts a set outcome = 'sent', error = null, finished_at = ${now}
    from unnest(${sent.map(({ message }) => message.id)}::uuid[],
                ${sent.map(({ message }) => message.attemptCount)}::smallint[]) as s (message_id, number)
    where a.message_id = s.message_id and a.number = s.number
      and coalesce(a.outcome, 'unknown') = 'unknown'`.execute(db)
  await recordEvents(db, [
    ...sent.map(({ message }) => hubEvent('communication_channels.message.sent', message, 'sent')),
    ...[...inherited, ...raised].map(statusEvent),
  ])
  await closeProbed(db, [...new Set(sent.map(({ message }) => message.channelId))], now)
  await recordRefusals(db, encryption, raised)
}

async function keepHolds(db: Db, sent: SentMessage[]): Promise<void> {
  const held = sent.filter(({ hold }) => hold !== null)
  if (held.length === 0) return
  await sql`
    update cc_external_messages m set hold = h.hold
    from unnest(${held.map(({ message }) => message.id)}::uuid[], ${held.map(({ hold }) => hold)}::text[])
      as h (id, hold)
    where m.id = h.id`.execute(db)
}

/** Who reads the thread sees what the customer got. */
async function keepContents(db: Db, encryption: TenantEncryptionService, sent: SentMessage[]): Promise<void> {
  for (const { message, content } of sent) {
    if (content === null) continue
    const { tenantId, organizationId } = message
    const entity = 'communication_channels:external_message'
    const payload = { content: JSON.stringify(content) }
    const sealed = await encryption.encryptEntityPayload(entity, payload, tenantId, organizationId)
    const { templateName, templateLanguage } = templateNamed(content)
    await sql`
      update cc_external_messages
      set content = ${sealed.content}, content_type = ${content.type}, template_name = ${templateName},
          template_language = ${templateLanguage}
      where id = ${message.id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(
      db,
    )
  }
}
