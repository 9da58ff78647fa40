import { createLogger } from '@open-mercato/shared/lib/logger'
import type { SendContentInput, SendOutcome } from '../../adapter/send-content.ts'
import type { ChannelAdapter } from '../../adapter.ts'
import { credentialsOf, isIntegrationEnabled } from '../../connection.ts'
import { isFreeForm } from '../../content/message-content.ts'
import { dbOf } from '../../db.ts'
import { describeFailure } from '../../describe-failure.ts'
import { decideSend } from '../../policy/send-policy.ts'
import { type ConversationAddress, findAddresses } from '../conversation-address.ts'
import { loadSend } from '../load-send.ts'
import { type FilesMissing, notThere } from '../missing-files.ts'
import { fileIdsOf, nameFiles } from '../name-files.ts'
import type { OutboxContext } from '../outbox-context.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'
import type { SendingNumber } from '../sending-number.ts'

/** All that is needed to ask the provider; or what became of it without asking. */
export type PreparedMessage =
  | { adapter: ChannelAdapter; input: SendContentInput; names: Map<string, string> }
  | { refused: SendOutcome | FilesMissing }

/** The same for all messages of the number. */
interface Shared {
  isEnabled: boolean
  credentials: Record<string, unknown> | null
}

const logger = createLogger('communication_channels.outbox')

/**
 * Makes messages of one number ready, so that in their slots nothing is left but to ask the provider. Asks the policy once
 * more, because hours may have passed since they were queued.
 */
export async function prepareMessages(
  ctx: OutboxContext,
  adapter: ChannelAdapter | undefined,
  number: SendingNumber,
  messages: ReservedMessage[],
  now: Date,
): Promise<Map<string, PreparedMessage>> {
  const prepared = new Map<string, PreparedMessage>()
  const refuseAll = (refused: SendOutcome) => new Map(messages.map(({ id }) => [id, { refused }]))
  if (!adapter) {
    return refuseAll(notSent('provider_missing', `No provider "${number.providerKey}" is mounted.`, true))
  }
  try {
    const conversationIds = messages.map(({ conversationId }) => conversationId)
    const [addresses, shared] = await Promise.all([
      findAddresses(dbOf(ctx.em.fork()), ctx.encryption, number, conversationIds),
      sharedOf(ctx, adapter, number),
    ])
    for (const message of messages) {
      const address = addresses.get(message.conversationId)
      prepared.set(message.id, await prepareOne(ctx, adapter, message, address, shared, now))
    }
    return prepared
  } catch (error) {
    return refuseAll(notPrepared(error))
  }
}

async function sharedOf(ctx: OutboxContext, adapter: ChannelAdapter, number: SendingNumber): Promise<Shared> {
  const { tenantId, organizationId } = number
  const scope = { tenantId, organizationId }
  const isEnabled = await isIntegrationEnabled(ctx.resolve, number.providerKey, scope)
  const credentials = await credentialsOf(adapter, { scope, channel: number, resolve: ctx.resolve })
  return { isEnabled, credentials }
}

async function prepareOne(
  ctx: OutboxContext,
  adapter: ChannelAdapter,
  message: ReservedMessage,
  address: ConversationAddress | undefined,
  shared: Shared,
  now: Date,
): Promise<PreparedMessage> {
  try {
    if (!address) throw new Error(`The conversation of message ${message.id} is gone`)
    const send = await loadSend(ctx.encryption, message, address)
    const decision = decideSend({
      now,
      isFreeForm: isFreeForm(send.content),
      channel: { isEnabled: address.isChannelEnabled && shared.isEnabled },
      window: { expiresAt: address.windowExpiresAt, lengthMs: adapter.rules?.windowMs ?? null },
    })
    if (decision.outcome !== 'allow') {
      return { refused: notSent(decision.code, decision.reason, false, decision.action) }
    }
    if (!shared.credentials) {
      return { refused: notSent('credentials_missing', 'The connection has no credentials.', false) }
    }
    const named = await nameFiles(dbOf(ctx.em.fork()), send.scope, send.channel.channelId, send.content, now)
    if (!named) return { refused: notThere(fileIdsOf(send.content)) }
    const { credentials } = shared
    const input = { ...send, content: named.content, credentials, resolve: ctx.resolve }
    return { adapter, input, names: named.names }
  } catch (error) {
    return { refused: notPrepared(error, message.id) }
  }
}

export function notPrepared(error: unknown, messageId?: string): SendOutcome {
  logger.error('messages could not be prepared', { messageId, reason: describeFailure(error) })
  return notSent('not_prepared', 'The message could not be prepared for sending.', true)
}

/** Nothing has left yet, so this is never `unknown`. */
function notSent(
  code: string,
  message: string,
  retryable: boolean,
  action: string | null = null,
): SendOutcome {
  return { outcome: 'not_sent', error: { code, message, action }, retryable, retryAfterMs: null }
}
