import { z } from 'zod'
import { previewOf } from '../content/preview.ts'
import { type Timestamp, toDate } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import { openContent } from '../messages/message-view.ts'
import type { Scope } from '../scope.ts'
import type { MessageStatus } from '../status.ts'
import type { WindowRow } from './window-query.ts'
import { viewWindow, windowView } from './window-view.ts'

export interface ConversationRow extends WindowRow {
  id: string
  unreadCount: number
  lastMessageAt: Timestamp | null
  /** The time in full precision, for the cursor. */
  cursorAt: string
  windowExpiresAt: Timestamp | null
  createdAt: Timestamp
  updatedAt: Timestamp
  channelId: string
  channelName: string
  channelAddress: string | null
  providerKey: string
  channelType: string
  isChannelEnabled: boolean
  contactId: string
  contactName: string | null
  phone: string | null
  username: string | null
  userId: string | null
  isBlocked: boolean
  lastDirection: 'inbound' | 'outbound' | null
  lastContentType: string | null
  lastContent: string | null
  /** What the last message reads like since it was changed. */
  lastEdit: string | null
  isLastRevoked: boolean
  lastStatus: MessageStatus | null
}

export const conversationView = z.object({
  id: z.uuid(),
  channel: z.object({
    id: z.uuid(),
    displayName: z.string(),
    address: z.string().nullable(),
    providerKey: z.string(),
    channelType: z.string(),
    isEnabled: z.boolean(),
  }),
  contact: z.object({
    id: z.uuid(),
    displayName: z.string().nullable(),
    phone: z.string().nullable(),
    username: z.string().nullable(),
    userId: z.string().nullable(),
    /** Nobody of the organisation may write to them. */
    isBlocked: z.boolean(),
  }),
  lastMessageAt: z.iso.datetime().nullable(),
  lastMessage: z
    .object({
      direction: z.enum(['inbound', 'outbound']),
      contentType: z.string(),
      preview: z.string(),
      isVoice: z.boolean(),
      status: z.string().nullable(),
    })
    .nullable(),
  unreadCount: z.number().int(),
  window: windowView,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type ConversationView = z.infer<typeof conversationView>

/** A conversation as the API shows it, with what is encrypted opened. */
export async function viewConversation(
  encryption: TenantEncryptionService,
  scope: Scope,
  row: ConversationRow,
  now: Date,
): Promise<ConversationView> {
  const [contact, last] = await Promise.all([
    encryption.decryptEntityPayload(
      'communication_channels:external_contact',
      { display_name: row.contactName, phone: row.phone, username: row.username, user_id: row.userId },
      scope.tenantId,
      scope.organizationId,
    ),
    row.lastContent ? openContent(encryption, scope, row.lastEdit ?? row.lastContent) : null,
  ])
  return {
    id: row.id,
    channel: {
      id: row.channelId,
      displayName: row.channelName,
      address: row.channelAddress,
      providerKey: row.providerKey,
      channelType: row.channelType,
      isEnabled: row.isChannelEnabled,
    },
    contact: {
      id: row.contactId,
      displayName: text(contact.display_name),
      phone: text(contact.phone),
      username: text(contact.username),
      userId: text(contact.user_id),
      isBlocked: row.isBlocked,
    },
    lastMessageAt: toDate(row.lastMessageAt)?.toISOString() ?? null,
    lastMessage: last && {
      direction: row.lastDirection ?? 'inbound',
      contentType: row.isLastRevoked ? 'revoked' : (row.lastContentType ?? 'unsupported'),
      preview: row.isLastRevoked ? '' : previewOf(last),
      isVoice: !row.isLastRevoked && last.type === 'audio' && last.isVoice === true,
      status: row.lastStatus,
    },
    unreadCount: row.unreadCount,
    window: viewWindow(row, now),
    createdAt: toDate(row.createdAt).toISOString(),
    updatedAt: toDate(row.updatedAt).toISOString(),
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
