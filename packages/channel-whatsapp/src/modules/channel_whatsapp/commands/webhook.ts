import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { commandContext } from '../lib/command-context.ts'
import { changeWebhook, type WebhookChange } from '../lib/subscriptions/change-webhook.ts'

const change: CommandHandler<{ connectionId: string; change: WebhookChange }, null> = {
  id: 'channel_whatsapp.webhook.change',
  async execute({ connectionId, change }, ctx) {
    await changeWebhook(commandContext(ctx), connectionId, change)
    return null
  },
  buildLog: ({ input }) => ({
    actionLabel: input.change.isOn
      ? 'Have Meta deliver to this connection'
      : 'Take back where Meta delivers to',
    resourceKind: 'channel_whatsapp.connection',
    resourceId: input.connectionId,
    context: input.change,
  }),
}

registerCommand(change)
