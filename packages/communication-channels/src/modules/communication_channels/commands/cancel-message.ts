import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { type CancelMessageInput, cancelMessageInput } from '../data/validators.ts'
import { dbOf } from '../lib/db.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { ChannelError, notFound } from '../lib/errors.ts'
import { findMessage } from '../lib/messages/list-messages.ts'
import type { MessageView } from '../lib/messages/message-view.ts'
import { nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'
import { cancelMessages } from '../lib/outbox/cancel-messages.ts'
import { requireScope } from '../lib/scope.ts'

interface Cancelled {
  message: MessageView
  isRepeated: boolean
}

const cancelMessage: CommandHandler<CancelMessageInput, Cancelled> = {
  id: 'communication_channels.message.cancel',
  async execute(input, ctx) {
    const { messageId } = cancelMessageInput.parse(input)
    const em = ctx.container.resolve<EntityManager>('em')
    const encryption = ctx.container.resolve<TenantEncryptionService>('tenantEncryptionService')
    const scope = requireScope(ctx.auth)
    const now = new Date()
    const cancelled = await em.fork().transactional((tx) => cancelMessages(dbOf(tx), scope, [messageId], now))
    nudge(OUTGOING_EVENTS_QUEUE)
    const message = await findMessage(dbOf(em.fork()), encryption, scope, messageId, now)
    if (!message) throw notFound('message')
    if (message.status !== 'cancelled') {
      throw new ChannelError(
        409,
        'not_queued',
        'This message cannot be called back: it is leaving, or has left.',
        'Write another message if it has to be put right.',
      )
    }
    return { message, isRepeated: cancelled.length === 0 }
  },
  buildLog: ({ result: { message, isRepeated } }) => ({
    skipLog: isRepeated,
    actionLabel: 'Call a message back',
    resourceKind: 'communication_channels.message',
    resourceId: message.id,
    parentResourceKind: 'communication_channels.conversation',
    parentResourceId: message.conversationId,
  }),
}

registerCommand(cancelMessage)
