import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { type MarkReadInput, markReadInput } from '../data/validators.ts'
import { markRead } from '../lib/conversations/mark-read.ts'
import { requireScope } from '../lib/scope.ts'

const markConversationRead: CommandHandler<MarkReadInput, { readCount: number }> = {
  id: 'communication_channels.conversation.mark_read',
  async execute(input, ctx) {
    const { conversationId } = markReadInput.parse(input)
    const em = ctx.container.resolve<EntityManager>('em')
    return { readCount: await markRead(em, requireScope(ctx.auth), conversationId, new Date()) }
  },
  buildLog: ({ input, result }) => ({
    skipLog: result.readCount === 0,
    actionLabel: 'Mark a conversation as read',
    resourceKind: 'communication_channels.conversation',
    resourceId: input.conversationId,
  }),
}

registerCommand(markConversationRead)
