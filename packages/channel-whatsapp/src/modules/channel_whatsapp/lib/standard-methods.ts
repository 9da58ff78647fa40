import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { sendContent } from './send-content.ts'
import { readDelivery } from './webhook/read-delivery.ts'
import { isSignedBy } from './webhook/signature.ts'

type StandardMethods = Pick<
  ChannelAdapter,
  'sendMessage' | 'verifyWebhook' | 'getStatus' | 'convertOutbound' | 'normalizeInbound'
>

/** Open Mercato's own contract, for a host whose hub knows no more than it. */
export const standardMethods: StandardMethods = {
  async sendMessage({ conversationId, content, credentials, scope }) {
    const recipient = recipientOf(conversationId ?? '')
    const externalIdentifier = String(credentials.phoneNumberId)
    const outcome = await sendContent({
      scope,
      credentials,
      recipient,
      channel: { channelId: '', connectionId: '', externalIdentifier, accountIdentifier: null },
      content: { type: 'text', text: content.text ?? '' },
      callbackData: '',
    })
    if (outcome.outcome === 'sent') return { externalMessageId: outcome.externalMessageId, status: 'sent' }
    return { externalMessageId: '', status: 'failed', error: outcome.error.message }
  },

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
    const sender = event.sender.phone ?? event.sender.userId ?? ''
    return {
      externalMessageId: event.externalMessageId,
      externalConversationId: sender,
      senderIdentifier: sender,
      senderDisplayName: event.sender.displayName ?? undefined,
      body: 'text' in event.content ? (event.content.text ?? '') : '',
      bodyFormat: 'text',
      timestamp: event.sentAt,
      replyToExternalId: event.replyToExternalId ?? undefined,
      channelPayload: raw,
      channelContentType: `whatsapp/${event.content.type}`,
    }
  },
}

function recipientOf(conversationId: string) {
  const digits = /^\+?(\d{7,15})$/.exec(conversationId)?.[1]
  return digits ? { phone: `+${digits}`, userId: null } : { phone: null, userId: conversationId }
}
