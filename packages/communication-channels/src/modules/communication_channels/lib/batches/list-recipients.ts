import { z } from 'zod'
import { viewConversation } from '../conversations/conversation-view.ts'
import { findConversations } from '../conversations/list-conversations.ts'
import { type Db, sql } from '../db.ts'
import type { StatusError } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { notFound } from '../errors.ts'
import type { Scope } from '../scope.ts'
import type { MessageStatus } from '../status.ts'
import { BATCH_ENTITY } from './batch-view.ts'
import { RECIPIENT_STATES, type RecipientState, STATE_OF_STATUS } from './recipient-state.ts'

export const recipientView = z.object({
  position: z.number().int(),
  /** As it was given; null for one who was named by a conversation. */
  phone: z.string().nullable(),
  /** As the conversation has it; null where there is none, or no name. */
  name: z.string().nullable(),
  conversationId: z.uuid().nullable(),
  state: z.enum(RECIPIENT_STATES),
  messageId: z.uuid().nullable(),
  error: z.object({ code: z.string(), message: z.string(), action: z.string().nullable() }).nullable(),
})
export type RecipientView = z.infer<typeof recipientView>

interface Row {
  position: number
  phone: string | null
  conversationId: string | null
  ownState: string
  status: MessageStatus | null
  messageId: string | null
  error: StatusError | null
}

/** What became of each recipient, in the order in which they were named. */
export async function listRecipients(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  batchId: string,
  page: { state?: RecipientState; cursor?: number; limit: number },
): Promise<{ items: RecipientView[]; nextCursor: string | null }> {
  await requireBatch(db, scope, batchId)
  const { rows } = await sql<Row>`
    select r.position, r.phone, r.conversation_id as "conversationId", r.state as "ownState", m.status,
           r.message_id as "messageId", coalesce(r.error, m.error) as error
    from cc_batch_recipients r left join cc_external_messages m on m.id = r.message_id
      and m.tenant_id = r.tenant_id and m.organization_id = r.organization_id
    where r.batch_id = ${batchId} and r.tenant_id = ${scope.tenantId} and r.organization_id = ${scope.organizationId}
      and r.position > ${page.cursor ?? 0} ${page.state ? isIn(page.state) : sql``}
    order by r.position limit ${page.limit + 1}`.execute(db)
  const shown = rows.slice(0, page.limit)
  const names = await namesIn(db, encryption, scope, shown)
  return {
    items: await Promise.all(shown.map((row) => viewRecipient(encryption, scope, row, names))),
    nextCursor: rows.length > page.limit ? String(shown.at(-1)!.position) : null,
  }
}

function isIn(state: RecipientState) {
  const statuses = Object.entries(STATE_OF_STATUS).flatMap(([status, of]) => (of === state ? [status] : []))
  return sql`and (r.state = ${state} or (r.state = 'made' and m.status = any(${statuses}::text[])))`
}

async function viewRecipient(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  { phone, ownState, status, error, ...row }: Row,
  names: Map<string, string | null>,
): Promise<RecipientView> {
  const opened = await encryption.decryptEntityPayload(BATCH_ENTITY, { phone }, tenantId, organizationId)
  return {
    ...row,
    phone: typeof opened.phone === 'string' ? opened.phone : null,
    name: names.get(row.conversationId ?? '') ?? null,
    state: status ? STATE_OF_STATUS[status] : (ownState as RecipientState),
    error: error && { code: error.code, message: error.message, action: error.action },
  }
}

async function namesIn(
  db: Db,
  encryption: TenantEncryptionService,
  scope: Scope,
  recipients: Row[],
): Promise<Map<string, string | null>> {
  const ids = recipients.flatMap(({ conversationId }) => conversationId ?? [])
  const conversations = await findConversations(db, scope, [...new Set(ids)])
  const now = new Date()
  const views = await Promise.all(conversations.map((one) => viewConversation(encryption, scope, one, now)))
  return new Map(views.map(({ id, contact }) => [id, contact.displayName ?? contact.username]))
}

async function requireBatch(db: Db, { tenantId, organizationId }: Scope, id: string): Promise<void> {
  const { rows } = await sql`
    select id from cc_batches
    where id = ${id} and tenant_id = ${tenantId} and organization_id = ${organizationId}`.execute(db)
  if (rows.length === 0) throw notFound('batch')
}
