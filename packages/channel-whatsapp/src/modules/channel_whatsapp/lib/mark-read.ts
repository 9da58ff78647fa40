import type { MarkReadInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { graphAccessOf } from './graph/graph-access.ts'
import { callGraph } from './graph/graph-client.ts'

/**
 * Shows the customer that their message was read, and all before it. The sign that an answer is being written goes
 * by itself after 25 seconds, or with the answer.
 *
 * @throws GraphError, GraphUnreachable
 */
export async function markRead({
  channel,
  credentials,
  externalMessageId,
  isTyping,
}: MarkReadInput): Promise<void> {
  await callGraph(graphAccessOf.parse(credentials), 'POST', `${channel.externalIdentifier}/messages`, {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: externalMessageId,
    ...(isTyping ? { typing_indicator: { type: 'text' } } : {}),
  })
}
