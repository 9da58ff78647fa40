import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { type MarkReadInput, markReadInput } from '../data/validators.ts'
import { markRead } from '../lib/conversations/mark-read.ts'
import { requireScope } from '../lib/scope.ts'

/** Not on record in the audit log: everybody opens threads all day, and it would bury what matters. */
const markConversationRead: CommandHandler<MarkReadInput, { readCount: number }> = {
  id: 'communication_channels.conversation.mark_read',
  async execute(input, ctx) {
    const { conversationId } = markReadInput.parse(input)
    const em = ctx.container.resolve<EntityManager>('em')
    return { readCount: await markRead(em, requireScope(ctx.auth), conversationId, new Date()) }
  },
}

registerCommand(markConversationRead)
