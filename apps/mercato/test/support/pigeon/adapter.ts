import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type { ReactionInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/open-mercato'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { z } from 'zod'
import { pigeonCapabilities } from './capabilities.ts'
import type { Loft, Note } from './loft.ts'
import { readDelivery } from './readDelivery.ts'
import { isSealed } from './seal.ts'

export const PROVIDER_KEY = 'pigeon'

const credentialsSchema = z.object({ secret: z.string().min(1), webhookUrl: z.url() })

export function pigeonAdapter(loft: Loft): ChannelAdapter {
  async function letFly(note: Note): Promise<string> {
    const answer = await loft.take(note)
    if ('id' in answer) return answer.id
    throw new Error(`The loft says: ${answer.refused}`)
  }
  const mark = ({ conversationId, externalMessageId }: ReactionInput, words: string) =>
    letFly({ to: conversationId, words, about: externalMessageId, label: '' })

  return {
    providerKey: PROVIDER_KEY,
    channelType: 'pigeon',
    capabilities: pigeonCapabilities,
    readDelivery,

    async prepareContent({ content }) {
      if (content.type === 'text' || content.type === 'reaction') return content
      throw new ChannelError(
        422,
        'content_unsupported',
        'A pigeon carries words alone.',
        'Write text instead.',
      )
    },

    async sendContent({ content, recipient, replyToExternalId, callbackData }) {
      const isMark = content.type === 'reaction'
      const words = content.type === 'text' ? content.text : isMark ? (content.emoji ?? '') : ''
      const about = isMark ? content.targetExternalId : replyToExternalId
      const answer = await loft
        .take({ to: recipient.userId ?? '', words, about, label: callbackData })
        .catch(() => null)
      if (!answer) {
        const message = 'The loft did not say whether the pigeon left.'
        return { outcome: 'unknown', error: { code: 'no_word', message, action: 'Wait for a report.' } }
      }
      if ('id' in answer) return { outcome: 'sent', externalMessageId: answer.id }
      const isStorm = answer.refused === 'storm'
      const message = isStorm ? 'There is a storm.' : 'Nobody lives there.'
      const error = { code: answer.refused, message, action: null }
      return { outcome: 'not_sent', error, retryable: isStorm, retryAfterMs: null }
    },

    async sendMessage({ conversationId = '', content }) {
      const id = await letFly({ to: conversationId, words: content.text ?? '', about: null, label: '' })
      return { externalMessageId: id, status: 'sent' }
    },
    async sendReaction(input) {
      await mark(input, input.emoji)
    },
    async removeReaction(input) {
      await mark(input, '')
    },
    async verifyWebhook({ rawBody, headers, credentials }) {
      const { secret, webhookUrl } = credentialsSchema.parse(credentials)
      if (!isSealed(secret, webhookUrl, rawBody, headers['x-seal'])) throw new Error('The seal is broken.')
      return { raw: rawBody, eventType: 'message' }
    },
    async getStatus() {
      return { status: 'pending' }
    },
    async convertOutbound({ body }) {
      return { content: { text: body, bodyFormat: 'text' } }
    },
    async normalizeInbound({ raw }) {
      const event = readDelivery(new TextEncoder().encode(String(raw))).find((one) => one.kind === 'message')
      if (!event) throw new Error('There is no message in it.')
      const person = event.contact.userId!
      return {
        externalMessageId: event.externalMessageId,
        externalConversationId: person,
        senderIdentifier: person,
        body: event.content.type === 'text' ? event.content.text : '',
        bodyFormat: 'text',
        timestamp: event.sentAt,
        channelPayload: raw,
        channelContentType: `pigeon/${event.content.type}`,
      }
    },
  }
}
