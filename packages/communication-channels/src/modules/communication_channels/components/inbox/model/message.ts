import type { z } from 'zod'
import type { ReplyContent } from '../../../lib/content/answers.ts'
import type { ContactCardsContent } from '../../../lib/content/contact-cards.ts'
import type { MessageContext } from '../../../lib/content/context.ts'
import type { InteractiveContent } from '../../../lib/content/interactive.ts'
import type { LocationContent } from '../../../lib/content/location.ts'
import type { MediaContent } from '../../../lib/content/media.ts'
import type { MessageContent as KeptContent, outboundRequest } from '../../../lib/content/message-content.ts'
import type { OrderContent as KeptOrder, OrderItem as KeptOrderItem } from '../../../lib/content/order.ts'
import type { TemplateContent as KeptTemplate } from '../../../lib/content/template.ts'
import type { TextContent } from '../../../lib/content/text.ts'
import type { UnsupportedContent as KeptUnsupported } from '../../../lib/content/unsupported.ts'
import type { StatusError } from '../../../lib/delivery-event.ts'
import type { Lane, Priority, WaitCode } from '../../../lib/outbox/lane.ts'
import type { Purpose } from '../../../lib/policy/purpose.ts'
import type { FileView } from './file.ts'

/** A message as `GET /api/communication_channels/conversations/:id/messages` returns it. Times are ISO, in UTC. */
export type Message = {
  id: string
  conversationId: string
  direction: Direction
  /** `device`: written on the business's own phone; `history`: said before the channel was connected. */
  origin: 'live' | 'device' | 'history' | 'api'
  content: MessageContent
  context: MessageContext
  /** What it quotes; all null where the quoted message is not known. */
  replyTo: Quote | null
  /** At most one of each side. */
  reactions: Reaction[]
  editedAt: string | null
  revokedAt: string | null
  /** Of a call only. */
  call: CallState | null
  status: MessageStatus | null
  hold: 'quality_assessment' | 'paused' | null
  statusTimes: { sent?: string; delivered?: string; read?: string; played?: string; failed?: string }
  error: MessageError | null
  author: Author | null
  /** What its content's `fileId`s name. */
  files: FileView[]
  /** For whom it was written; null for what came in. */
  lane: Lane | null
  /** For what it is, and which notification it was asked for as; null for what came in. */
  purpose: Purpose | null
  notification: string | null
  priority: Priority | null
  /** Not before then. */
  scheduledAt: string | null
  /** Why it has not left yet. */
  waiting: { code: WaitCode; until: string | null } | null
  /** What was to go out, and why it was refused, once a text took its place. */
  fallback: { refused: MessageContent; error: MessageError } | null
  /** When its answer was lost; null where what became of it is known. */
  unknownSince: string | null
  /** What a person decided about one of which nobody knew whether it went out. */
  settlement: { as: 'resent' | 'left'; at: string } | null
  /** The message that this one repeats, and the one that repeats it. */
  resendOf: string | null
  resentAs: string | null
  canCancel: boolean
  sentAt: string
  createdAt: string
}

export type Direction = 'inbound' | 'outbound'

export type Author = { userId: string; name: string | null }

export type Quote = {
  messageId: string | null
  direction: Direction | null
  contentType: string | null
  preview: string | null
}

export type Reaction = {
  direction: Direction
  emoji: string
  at: string
  status: MessageStatus | null
  author: Author | null
  error: MessageError | null
}

export type CallState = {
  state: 'ringing' | 'accepted' | 'missed' | 'rejected' | 'ended'
  durationSeconds: number | null
}

export type MessageError = StatusError

export type MessageStatus =
  | 'queued'
  | 'sending'
  | 'unknown'
  | 'sent'
  | 'failed'
  | 'cancelled'
  | 'delivered'
  | 'read'
  | 'played'

export type MessageContent =
  | Exclude<KeptContent, { type: 'order' | 'unsupported' }>
  | OrderContent
  | UnsupportedContent
  | { type: 'revoked' }

/** A cart with what its lines come to; no sums where a price is missing. */
export type OrderContent = Omit<KeptOrder, 'items'> & {
  items: (KeptOrderItem & { lineTotal: string | null })[]
  totals: { currency: string; amount: string }[] | null
}

/** The provider's payload stays on the server. */
export type UnsupportedContent = Omit<KeptUnsupported, 'payload'>

export type TemplateContent = KeptTemplate
export type {
  ContactCardsContent,
  InteractiveContent,
  LocationContent,
  MediaContent,
  ReplyContent,
  TextContent,
}

/** What we send that stands as a bubble of its own, as it is kept and shown. */
export type SentContent =
  | TextContent
  | MediaContent
  | LocationContent
  | ContactCardsContent
  | TemplateContent
  | InteractiveContent

/** What the send endpoint accepts. */
export type SendableContent = z.input<typeof outboundRequest>

const sentTypes = new Set<string>([
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'template',
  'interactive',
] satisfies SentContent['type'][])

/** Whether a content is one that can be asked for once more. */
export function isSentContent(content: MessageContent): content is SentContent {
  return sentTypes.has(content.type)
}

/** Content as a new request: what the server or the provider added to it stays behind. */
export function toSendable(content: SentContent | SendableContent): SendableContent {
  switch (content.type) {
    case 'template': {
      const { type, name, language, parameters } = content
      return { type, name, language, parameters }
    }
    case 'location': {
      const { type, latitude, longitude, name, address } = content
      return { type, latitude, longitude, name, address }
    }
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return mediaRequestOf(content)
    case 'contacts':
      // Kept cards are looser than asked ones because customers' are; what we sent was asked for once.
      return content as SendableContent
    default:
      return content
  }
}

function mediaRequestOf({ type, media, caption, filename, isVoice }: MediaContent): SendableContent {
  const source = sourceOf(media)
  switch (type) {
    case 'audio':
      return { type, media: source, isVoice }
    case 'document':
      return { type, media: source, caption, filename }
    case 'sticker':
      return { type, media: source }
    default:
      return { type, media: source, caption }
  }
}

/** Ours first: the provider's id of a file runs out, and so may a link. */
function sourceOf({ fileId, id, link }: MediaContent['media']) {
  if (fileId !== undefined) return { fileId }
  return id === undefined ? { link: link ?? '' } : { id }
}
