import type { SendOutcome } from '../../adapter/send-content.ts'
import { dbOf } from '../../db.ts'
import { type ConversationAddress, findAddresses } from '../conversation-address.ts'
import { type LoadedSend, loadSend } from '../load-send.ts'
import type { OutboxContext } from '../outbox-context.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'
import type { SendingNumber } from '../sending-number.ts'
import { notPrepared } from './not-sent.ts'

/** A message with what its conversation says; or why it cannot be read. */
export type LoadedMessage = { send: LoadedSend; address: ConversationAddress } | { refused: SendOutcome }

/** By their ids. Where one cannot be read, the others leave all the same. */
export async function loadMessages(
  ctx: OutboxContext,
  number: SendingNumber,
  messages: ReservedMessage[],
): Promise<Map<string, LoadedMessage>> {
  const conversationIds = messages.map(({ conversationId }) => conversationId)
  const addresses = await findAddresses(dbOf(ctx.em.fork()), ctx.encryption, number, conversationIds)
  const loaded = messages.map(async (message): Promise<[string, LoadedMessage]> => {
    try {
      const address = addresses.get(message.conversationId)
      if (!address) throw new Error(`The conversation of message ${message.id} is gone`)
      return [message.id, { address, send: await loadSend(ctx.encryption, message, address) }]
    } catch (error) {
      return [message.id, { refused: notPrepared(error, message.id) }]
    }
  })
  return new Map(await Promise.all(loaded))
}
