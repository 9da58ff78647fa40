import { z } from 'zod'
import { messageContent } from '../content.ts'
import { type Timestamp, toDate } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { Scope } from '../scope.ts'
import { STATUS_RANK } from '../status.ts'

export interface MessageRow {
  id: string
  conversationId: string
  direction: 'inbound' | 'outbound'
  content: string
  status: keyof typeof STATUS_RANK | null
  error: { code: string; message: string; action: string | null } | null
  authorUserId: string | null
  authorName: string | null
  sentAt: Timestamp
  createdAt: Timestamp
  /** Earliest report of each status, as ISO times. */
  statusTimes: Record<string, string> | null
  pricing: MessageView['pricing']
}

export const messageView = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  direction: z.enum(['inbound', 'outbound']),
  content: messageContent,
  status: z.enum(Object.keys(STATUS_RANK) as [keyof typeof STATUS_RANK]).nullable(),
  statusTimes: z.record(z.string(), z.iso.datetime({ offset: true })),
  error: z.object({ code: z.string(), message: z.string(), action: z.string().nullable() }).nullable(),
  pricing: z
    .object({
      billable: z.boolean().nullable(),
      model: z.string().nullable(),
      type: z.string().nullable(),
      category: z.string().nullable(),
    })
    .nullable(),
  author: z.object({ userId: z.uuid(), name: z.string().nullable() }).nullable(),
  sentAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
})
export type MessageView = z.infer<typeof messageView>

/** A message as the API shows it. The provider's raw payload stays inside. */
export async function viewMessage(
  encryption: TenantEncryptionService,
  scope: Scope,
  row: MessageRow,
): Promise<MessageView> {
  const opened = await encryption.decryptEntityPayload(
    'communication_channels:external_message',
    { content: row.content },
    scope.tenantId,
    scope.organizationId,
  )
  const content = messageContent.parse(JSON.parse(String(opened.content)))
  return {
    id: row.id,
    conversationId: row.conversationId,
    direction: row.direction,
    content: content.type === 'unsupported' ? { ...content, payload: undefined } : content,
    status: row.status,
    statusTimes: row.statusTimes ?? {},
    error: row.error,
    pricing: row.pricing,
    author: row.authorUserId ? { userId: row.authorUserId, name: row.authorName } : null,
    sentAt: toDate(row.sentAt).toISOString(),
    createdAt: toDate(row.createdAt).toISOString(),
  }
}
