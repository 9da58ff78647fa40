import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { type SendBatchInput, sendBatchInput } from '../data/validators.ts'
import { type QueuedBatch, sendBatch } from '../lib/batches/send-batch.ts'
import { queueContext } from '../lib/outbox/queue-context.ts'

const command: CommandHandler<SendBatchInput, QueuedBatch> = {
  id: 'communication_channels.batch.send',
  async execute(input, ctx) {
    return sendBatch(await queueContext(ctx), sendBatchInput.parse(input))
  },
  /** To how many and what kind of message; neither what it said nor to whom. */
  buildLog: ({ input: { batch }, result }) => ({
    skipLog: result.isRepeated,
    actionLabel: 'Send a message to many people',
    resourceKind: 'communication_channels.batch',
    resourceId: result.batchId,
    context: {
      channelId: batch.channelId,
      contentType: batch.content.type,
      recipients: batch.recipients.length,
    },
  }),
}

registerCommand(command)
