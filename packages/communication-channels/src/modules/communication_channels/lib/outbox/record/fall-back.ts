import type { SendError } from '../../adapter/send-content.ts'
import { type Db, sql } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { recordEvents } from '../../events/record-events.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'
import { hubEvent } from './climb.ts'

const ENTITY = 'communication_channels:external_message'

/**
 * The provider does not take the form of a message: where its writer gave a text for that, the same message says that, once.
 * What was refused is kept beside it.
 *
 * @returns whether it leaves again
 */
export async function fallBackToText(
  db: Db,
  encryption: TenantEncryptionService,
  message: ReservedMessage,
  error: SendError,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ fallback_text: string | null }>`
    select fallback_text from cc_external_messages
    where id = ${message.id} and refused_content is null and status in ('sending', 'unknown')
      and settled_as is null and attempt_count = ${message.attemptCount} for update`.execute(db)
  if (!rows[0]?.fallback_text) return false
  const { tenantId, organizationId } = message
  const opened = await encryption.decryptEntityPayload(
    ENTITY,
    { fallback_text: rows[0].fallback_text, content: message.content },
    tenantId,
    organizationId,
  )
  const sealed = await encryption.encryptEntityPayload(
    ENTITY,
    {
      content: JSON.stringify({ type: 'text', text: opened.fallback_text }),
      refused_content: opened.content,
    },
    tenantId,
    organizationId,
  )
  await sql`
    update cc_external_messages
    set content = ${sealed.content}, content_type = 'text', template_name = null, template_language = null,
        target_external_id = null,
        refused_content = ${sealed.refused_content}, refused_error = ${JSON.stringify(error)}::jsonb, error = null,
        status = 'queued', status_rank = 0, next_attempt_at = ${now}, wait_code = null, claimed_until = null,
        updated_at = ${now}
    where id = ${message.id}`.execute(db)
  await recordEvents(db, [hubEvent('communication_channels.message.status_changed', message, 'queued')])
  return true
}
