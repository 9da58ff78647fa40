import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { type SettleMessagesInput, settleMessagesInput } from '../data/validators.ts'
import { queueContext } from '../lib/outbox/queue-context.ts'
import { type SettledMessages, settleMessages } from '../lib/outbox/settle-messages.ts'

const settle: CommandHandler<SettleMessagesInput, SettledMessages> = {
  id: 'communication_channels.message.settle',
  async execute(input, ctx) {
    return settleMessages(await queueContext(ctx), settleMessagesInput.parse(input))
  },
  /** Who took the risk of sending twice, or of never sending, and for which messages. */
  buildLog: ({ input, result: { settled, skipped } }) => ({
    skipLog: settled.length === 0,
    actionLabel:
      input.as === 'resend'
        ? 'Send messages again whose answer was lost'
        : 'Leave messages whose answer was lost',
    resourceKind: 'communication_channels.message',
    resourceId: settled.length === 1 ? settled[0]!.messageId : undefined,
    context: {
      as: input.as,
      settled: settled.map(({ messageId, newMessageId }) => ({ messageId, newMessageId })),
      skipped: skipped.map(({ messageId, code }) => ({ messageId, code })),
    },
  }),
}

registerCommand(settle)
