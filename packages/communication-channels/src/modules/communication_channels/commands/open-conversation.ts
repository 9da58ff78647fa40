import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import {
  type OpenConversationInput,
  openConversation,
  openConversationInput,
} from '../lib/conversations/open-conversation.ts'
import { dbOf } from '../lib/db.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { requireScope } from '../lib/scope.ts'

interface Opened {
  conversationId: string
  channelId: string
  isNew: boolean
}

const openOne: CommandHandler<OpenConversationInput, Opened> = {
  id: 'communication_channels.conversation.open',
  async execute(input, ctx) {
    const em = ctx.container.resolve<EntityManager>('em').fork()
    const wanted = openConversationInput.parse(input)
    const encryption = ctx.container.resolve<TenantEncryptionService>('tenantEncryptionService')
    return em.transactional((tx) => openConversation(dbOf(tx), encryption, requireScope(ctx.auth), wanted))
  },
  buildLog: ({ result }) => ({
    skipLog: !result.isNew,
    actionLabel: 'Start a conversation',
    resourceKind: 'communication_channels.conversation',
    resourceId: result.conversationId,
    context: { channelId: result.channelId },
  }),
}

registerCommand(openOne)
