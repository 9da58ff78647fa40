import type { EntityManager } from '@mikro-orm/postgresql'
import {
  type CommandHandler,
  type CommandRuntimeContext,
  registerCommand,
} from '@open-mercato/shared/lib/commands'
import { type SendMessageInput, sendMessageInput } from '../data/validators.ts'
import { fetchLink } from '../lib/files/link/fetch-link.ts'
import type { QueuedMessage } from '../lib/outbox/earlier-request.ts'
import { queueMessage } from '../lib/outbox/queue-message.ts'
import { requireScope } from '../lib/scope.ts'

const sendMessage: CommandHandler<SendMessageInput, QueuedMessage> = {
  id: 'communication_channels.message.send',
  async execute(input, ctx: CommandRuntimeContext) {
    return queueMessage(
      {
        em: ctx.container.resolve<EntityManager>('em'),
        encryption: ctx.container.resolve('tenantEncryptionService'),
        resolve: (name) => ctx.container.resolve(name),
        scope: requireScope(ctx.auth),
        now: new Date(),
        fetchLink: (link, maxBytes) => fetchLink(link, maxBytes),
      },
      sendMessageInput.parse(input),
    )
  },
  /** Who sent something to whom and when. What it said stays in the encrypted message alone. */
  buildLog: ({ input, result }) => ({
    skipLog: result.isRepeated,
    actionLabel: 'Send a message',
    resourceKind: 'communication_channels.message',
    resourceId: result.message.id,
    parentResourceKind: 'communication_channels.conversation',
    parentResourceId: input.conversationId,
    context: { contentType: input.content.type },
  }),
}

registerCommand(sendMessage)
