import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type { ReactionInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/open-mercato'
import type { SendOutcome } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import type { OutboundContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { previewOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/preview'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { checkContent } from './content/check-content.ts'
import { sendContent } from './send-content.ts'
import { readDelivery } from './webhook/read-delivery.ts'
import { isSignedBy } from './webhook/signature.ts'

type StandardMethods = Required<
  Pick<
    ChannelAdapter,
    | 'sendMessage'
    | 'verifyWebhook'
    | 'getStatus'
    | 'convertOutbound'
    | 'normalizeInbound'
    | 'sendReaction'
    | 'removeReaction'
  >
>

/** Open Mercato's own contract, for a host whose hub knows no more than it. */
export const standardMethods: StandardMethods = {
  async sendMessage(input) {
    const content = { type: 'text' as const, text: input.content.text ?? '' }
    const refusal = refusalOf(content)
    if (refusal) return { externalMessageId: '', status: 'failed', error: refusal }
    const outcome = await send(input, content, String(input.metadata?.callbackData ?? ''))
    if (outcome.outcome === 'sent') return { externalMessageId: outcome.externalMessageId, status: 'sent' }
    // What may have gone out is not called failed, or it would be sent again.
    const status = outcome.outcome === 'unknown' ? 'queued' : 'failed'
    return { externalMessageId: '', status, error: outcome.error.message }
  },

  sendReaction: (input) => react(input, input.emoji),
  removeReaction: (input) => react(input, null),

  async verifyWebhook({ rawBody, headers, credentials }) {
    const body = new TextEncoder().encode(rawBody)
    if (!isSignedBy(String(credentials.appSecret), body, headers['x-hub-signature-256'] ?? null)) {
      throw new Error('The signature is missing or wrong.')
    }
    return { raw: JSON.parse(rawBody), eventType: 'message' }
  },

  /** Graph cannot be asked for the status of a message; it is told by webhooks. */
  async getStatus() {
    return { status: 'pending' }
  },

  async convertOutbound({ body }) {
    return { content: { text: body, bodyFormat: 'text' } }
  },

  /** The first message of a delivery: all that this contract can carry. */
  async normalizeInbound({ raw }) {
    const events = readDelivery(new TextEncoder().encode(JSON.stringify(raw)))
    const event = events.find((one) => one.kind === 'message')
    if (!event) throw new Error('The delivery holds no message.')
    const sender = event.contact.phone ?? event.contact.userId ?? ''
    return {
      externalMessageId: event.externalMessageId,
      externalConversationId: sender,
      senderIdentifier: sender,
      senderDisplayName: event.contact.displayName ?? undefined,
      body: event.content.type === 'text' ? event.content.text : previewOf(event.content),
      bodyFormat: 'text',
      timestamp: event.sentAt,
      replyToExternalId: event.replyToExternalId ?? undefined,
      channelPayload: raw,
      channelContentType: `whatsapp/${event.content.type}`,
    }
  },
}

type Standard = Pick<ReactionInput, 'credentials' | 'scope'> & { conversationId?: string | undefined }

async function send(
  { conversationId = '', credentials, scope }: Standard,
  content: OutboundContent,
  callbackData = '',
): Promise<SendOutcome> {
  const container = await createRequestContainer()
  const externalIdentifier = String(credentials.phoneNumberId)
  return sendContent({
    scope,
    credentials,
    recipient: recipientOf(conversationId),
    channel: { channelId: '', connectionId: '', externalIdentifier, accountIdentifier: null },
    content,
    replyToExternalId: null,
    attempt: 1,
    resolve: (name) => container.resolve(name),
    callbackData,
  })
}

function refusalOf(content: OutboundContent): string | null {
  try {
    checkContent(content)
    return null
  } catch (error) {
    if (error instanceof ChannelError) return error.message
    throw error
  }
}

async function react(input: ReactionInput, emoji: string | null): Promise<void> {
  const outcome = await send(input, {
    type: 'reaction',
    targetExternalId: input.externalMessageId,
    emoji,
  })
  if (outcome.outcome !== 'sent') throw new Error(outcome.error.message)
}

function recipientOf(conversationId: string) {
  const digits = /^\+?(\d{7,15})$/.exec(conversationId)?.[1]
  return digits ? { phone: `+${digits}`, userId: null } : { phone: null, userId: conversationId }
}
