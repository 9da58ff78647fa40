import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { type SendMessageInput, sendMessageInput } from '../data/validators.ts'
import type { QueuedMessage } from '../lib/outbox/earlier-request.ts'
import { queueContext } from '../lib/outbox/queue-context.ts'
import { queueMessage } from '../lib/outbox/queue-message.ts'

const sendMessage: CommandHandler<SendMessageInput, QueuedMessage> = {
  id: 'communication_channels.message.send',
  async execute(input, ctx) {
    return queueMessage(await queueContext(ctx), sendMessageInput.parse(input))
  },
  /** Who sent something to whom and when. What it said stays in the encrypted message alone. */
  buildLog: ({ input, result }) => ({
    skipLog: result.isRepeated,
    actionLabel: 'Send a message',
    resourceKind: 'communication_channels.message',
    resourceId: result.message.id,
    parentResourceKind: 'communication_channels.conversation',
    parentResourceId: input.conversationId,
    context: {
      contentType: result.message.content.type,
      purpose: result.message.purpose,
      ...(result.message.scheduledAt ? { scheduledAt: result.message.scheduledAt } : {}),
    },
  }),
}

registerCommand(sendMessage)
