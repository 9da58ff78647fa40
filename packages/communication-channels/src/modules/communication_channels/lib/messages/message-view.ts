import { z } from 'zod'
import { messageContext } from '../content/context.ts'
import { type MessageContent, messageContent } from '../content/message-content.ts'
import { lineTotal, orderContent, orderTotals } from '../content/order.ts'
import { previewOf } from '../content/preview.ts'
import { type Timestamp, toDate } from '../db.ts'
import type { StatusError } from '../delivery-event.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { FileRow } from '../files/file-statements.ts'
import { fileView, viewFile } from '../files/file-view.ts'
import { withFileId } from '../files/message/with-file-id.ts'
import type { Scope } from '../scope.ts'
import { STATUS_RANK } from '../status.ts'
import { type Companion, callStateOf, changesOf, reactionsOf } from './companions.ts'
import { type SendingRow, sendingView, viewSending } from './sending-view.ts'

export interface CompanionRow {
  id: string
  direction: 'inbound' | 'outbound'
  content: string
  at: string
  status: keyof typeof STATUS_RANK | null
  error: StatusError | null
  authorUserId: string | null
  authorName: string | null
}

export interface QuotedRow {
  id: string
  direction: 'inbound' | 'outbound'
  contentType: string
  content: string
  isRevoked: boolean
}

export interface MessageRow extends SendingRow {
  id: string
  conversationId: string
  direction: 'inbound' | 'outbound'
  origin: 'api' | 'live' | 'device' | 'history'
  content: string
  context: string | null
  status: keyof typeof STATUS_RANK | null
  hold: 'quality_assessment' | 'paused' | null
  error: StatusError | null
  replyToExternalId: string | null
  quoted: QuotedRow | null
  companions: CompanionRow[] | null
  files: FileRow[] | null
  authorUserId: string | null
  authorName: string | null
  sentAt: Timestamp
  createdAt: Timestamp
  refusedContent: string | null
  refusedError: StatusError | null
  /** Earliest report of each status, as ISO times. */
  statusTimes: Record<string, string> | null
  pricing: MessageView['pricing']
}

const direction = z.enum(['inbound', 'outbound'])
const status = z.enum(Object.keys(STATUS_RANK) as [keyof typeof STATUS_RANK]).nullable()
const author = z.object({ userId: z.uuid(), name: z.string().nullable() }).nullable()
const error = z
  .object({
    code: z.string(),
    message: z.string(),
    action: z.string().nullable(),
    providerCode: z.string().nullish(),
    detail: z.string().nullish(),
    resend: z.string().nullish(),
  })
  .nullable()

/** A cart with what its lines come to. */
const orderView = orderContent.extend({
  items: z.array(orderContent.shape.items.element.extend({ lineTotal: z.string().nullable() })),
  totals: z.array(z.object({ currency: z.string(), amount: z.string() })).nullable(),
})
const revoked = z.object({ type: z.literal('revoked') })

export const messageView = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  direction,
  origin: z.enum(['api', 'live', 'device', 'history']),
  content: z.union([revoked, orderView, messageContent]),
  files: z.array(fileView),
  context: messageContext,
  replyTo: z
    .object({
      messageId: z.uuid().nullable(),
      direction: direction.nullable(),
      contentType: z.string().nullable(),
      preview: z.string().nullable(),
    })
    .nullable(),
  reactions: z.array(z.object({ direction, emoji: z.string(), at: z.iso.datetime(), status, author, error })),
  editedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  call: z
    .object({
      state: z.enum(['ringing', 'accepted', 'missed', 'rejected', 'ended']),
      durationSeconds: z.number().nullable(),
    })
    .nullable(),
  status,
  hold: z.enum(['quality_assessment', 'paused']).nullable(),
  statusTimes: z.record(z.string(), z.iso.datetime({ offset: true })),
  error,
  pricing: z
    .object({
      billable: z.boolean().nullable(),
      model: z.string().nullable(),
      type: z.string().nullable(),
      category: z.string().nullable(),
    })
    .nullable(),
  author,
  sentAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  ...sendingView.shape,
  fallback: z.object({ refused: messageContent, error }).nullable(),
})
export type MessageView = z.infer<typeof messageView>

/** A message as the API shows it, with what was said about it. The provider's raw payload stays inside. */
export async function viewMessage(
  encryption: TenantEncryptionService,
  scope: Scope,
  row: MessageRow,
  now: Date,
): Promise<MessageView> {
  const open = (content: string) => openContent(encryption, scope, content)
  const [own, companions, quoted, refused] = await Promise.all([
    open(row.content),
    Promise.all((row.companions ?? []).map((one) => viewCompanion(one, open))),
    row.quoted && !row.quoted.isRevoked ? open(row.quoted.content) : null,
    row.refusedContent
      ? openJson(encryption, scope, 'refused_content', row.refusedContent).then(readContent)
      : null,
  ])
  const { edit, revokedAt } = changesOf(row.direction, companions, own)
  const files = row.files ?? []
  return {
    id: row.id,
    conversationId: row.conversationId,
    direction: row.direction,
    origin: row.origin,
    content: revokedAt ? { type: 'revoked' } : viewContent(withFileId(edit?.content ?? own, files)),
    files: revokedAt ? [] : await Promise.all(files.map((file) => viewFile(encryption, scope, file))),
    context: row.context
      ? (messageContext.safeParse(await openJson(encryption, scope, 'context', row.context)).data ?? {})
      : {},
    replyTo:
      row.replyToExternalId === null
        ? null
        : {
            messageId: row.quoted?.id ?? null,
            direction: row.quoted?.direction ?? null,
            contentType: row.quoted?.isRevoked ? 'revoked' : (row.quoted?.contentType ?? null),
            preview: quoted && previewOf(quoted),
          },
    reactions: reactionsOf(companions),
    editedAt: edit?.at ?? null,
    revokedAt,
    call: callStateOf(own, companions),
    status: row.status,
    // Once it is delivered, nobody keeps it back any more.
    hold: row.status === 'sent' ? row.hold : null,
    statusTimes: row.statusTimes ?? {},
    error: row.error,
    pricing: row.pricing,
    author: authorOf(row),
    sentAt: toDate(row.sentAt).toISOString(),
    createdAt: toDate(row.createdAt).toISOString(),
    ...viewSending(row, now),
    fallback: refused && { refused, error: row.refusedError },
  }
}

function viewContent(content: MessageContent): MessageView['content'] {
  if (content.type === 'unsupported') return { ...content, payload: undefined }
  if (content.type === 'call') return { ...content, said: undefined }
  if (content.type === 'edit')
    return { ...content, content: viewContent(content.content) as typeof content.content }
  if (content.type !== 'order') return content
  return {
    ...content,
    items: content.items.map((item) => ({ ...item, lineTotal: lineTotal(item) })),
    totals: orderTotals(content),
  }
}

async function viewCompanion(
  row: CompanionRow,
  open: (content: string) => Promise<MessageContent>,
): Promise<Companion> {
  const { id, direction, at, status, error } = row
  return {
    id,
    direction,
    content: await open(row.content),
    at: toDate(at).toISOString(),
    status,
    error,
    author: authorOf(row),
  }
}

function authorOf({ authorUserId, authorName }: Pick<MessageRow, 'authorUserId' | 'authorName'>) {
  return authorUserId ? { userId: authorUserId, name: authorName } : null
}

/** One row in a form that is not known any more must not close the whole thread. */
const UNREADABLE: MessageContent = {
  type: 'unsupported',
  kind: 'unreadable',
  reason: null,
  text: null,
  payload: null,
}

export async function openContent(
  encryption: TenantEncryptionService,
  scope: Scope,
  content: string,
  field: 'content' | 'template_content' = 'content',
): Promise<MessageContent> {
  return readContent(await openJson(encryption, scope, field, content))
}

function readContent(json: unknown): MessageContent {
  return messageContent.safeParse(json).data ?? UNREADABLE
}

async function openJson(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  field: 'content' | 'context' | 'refused_content' | 'template_content',
  value: string,
): Promise<unknown> {
  const entity = 'communication_channels:external_message'
  const opened = await encryption.decryptEntityPayload(entity, { [field]: value }, tenantId, organizationId)
  return JSON.parse(String(opened[field]))
}
