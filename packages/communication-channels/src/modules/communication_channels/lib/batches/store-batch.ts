import type { Author } from '../author.ts'
import { type Db, sql } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { recordEvents } from '../events/record-events.ts'
import { templateNamed } from '../outbox/store-message.ts'
import type { Scope } from '../scope.ts'
import { BATCH_ENTITY } from './batch-view.ts'
import type { BatchContent, FreePurpose } from './personal-content.ts'
import type { ReadRecipient } from './read-recipients.ts'

export interface NewBatch {
  id: string
  name: string
  channelId: string
  content: BatchContent
  fallbackText: string | null
  purpose: FreePurpose | null
  scheduledAt: Date | null
  author: Author | null
  idempotencyKey: string
  requestHash: string
  recipients: ReadRecipient[]
  fileIds: string[]
}

/** So many rows a statement. */
const AT_ONCE = 1_000

/** Writes a batch down with all of its recipients: from then on it is sent, whatever dies. */
export async function storeBatch(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  batch: NewBatch,
  now: Date,
): Promise<void> {
  const { tenantId, organizationId } = scope
  const { templateName, templateLanguage } = templateNamed(batch.content)
  const sealed = await encryption.encryptEntityPayload(
    BATCH_ENTITY,
    { name: batch.name, content: JSON.stringify(batch.content), fallback_text: batch.fallbackText },
    tenantId,
    organizationId,
  )
  await sql`
    insert into cc_batches
      (id, tenant_id, organization_id, channel_id, name, content_type, content, fallback_text, total, scheduled_at, purpose,
       template_name, template_language, author_user_id, author_name, idempotency_key, request_hash, created_at, updated_at)
    values (${batch.id}, ${tenantId}, ${organizationId}, ${batch.channelId}, ${sealed.name}, ${batch.content.type},
            ${sealed.content}, ${sealed.fallback_text}, ${batch.recipients.length}, ${batch.scheduledAt},
            ${batch.purpose}, ${templateName}, ${templateLanguage},
            ${batch.author?.userId ?? null}, ${batch.author?.name ?? null}, ${batch.idempotencyKey},
            ${batch.requestHash}, ${now}, ${now})`.execute(db)
  for (let from = 0; from < batch.recipients.length; from += AT_ONCE) {
    await insertRecipients(db, encryption, scope, batch.id, batch.recipients.slice(from, from + AT_ONCE))
  }
  await sql`
    insert into cc_batch_files (batch_id, file_id)
    select ${batch.id}, id from (
      select id from cc_media_files
      where id = any(${batch.fileIds}::uuid[]) and tenant_id = ${tenantId} and organization_id = ${organizationId}
      order by id for share) ours`.execute(db)
  const payload = { batchId: batch.id }
  await recordEvents(db, [
    { event: 'communication_channels.batch.progressed', tenantId, organizationId, payload },
  ])
}

async function insertRecipients(
  db: Db,
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  batchId: string,
  recipients: ReadRecipient[],
): Promise<void> {
  const sealed = await Promise.all(
    recipients.map(({ phone, parameters }) =>
      encryption.encryptEntityPayload(
        BATCH_ENTITY,
        { phone, parameters: parameters && JSON.stringify(parameters) },
        tenantId,
        organizationId,
      ),
    ),
  )
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  await sql`
    insert into cc_batch_recipients
      (batch_id, tenant_id, organization_id, position, phone, conversation_id, parameters, state, error)
    select ${batchId}, ${tenantId}, ${organizationId}, position, phone, conversation_id, parameters,
           case when error is null then 'waiting' else 'refused' end, error::jsonb
    from unnest(
      ${recipients.map(({ position }) => position)}::integer[],
      ${sealed.map(({ phone }) => text(phone))}::text[],
      ${recipients.map(({ conversationId }) => conversationId)}::uuid[],
      ${sealed.map(({ parameters }) => text(parameters))}::text[],
      ${recipients.map(({ error }) => error && JSON.stringify(error))}::text[])
      as v (position, phone, conversation_id, parameters, error)`.execute(db)
}
