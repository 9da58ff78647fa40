import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import type { z } from 'zod'
import type { addConnectionBody, changeConnectionBody } from '../data/validators.ts'
import { commandContext } from '../lib/command-context.ts'
import { refreshConnection } from '../lib/connections/refresh-connection.ts'
import { removeConnection } from '../lib/connections/remove-connection.ts'
import { addConnection, changeConnection, requireConnection } from '../lib/connections/save-connection.ts'

/** What the audit log keeps: who did it and to which connection, never a credential. */
const logged = (actionLabel: string, resourceId: string) => ({
  actionLabel,
  resourceKind: 'channel_whatsapp.connection',
  resourceId,
})

const add: CommandHandler<z.infer<typeof addConnectionBody>, { id: string }> = {
  id: 'channel_whatsapp.connection.add',
  async execute({ name, ...credentials }, ctx) {
    return { id: await addConnection(commandContext(ctx), name, credentials) }
  },
  buildLog: ({ result }) => logged('Add a WhatsApp connection', result.id),
}

const change: CommandHandler<{ id: string; change: z.infer<typeof changeConnectionBody> }, { id: string }> = {
  id: 'channel_whatsapp.connection.change',
  async execute({ id, change }, ctx) {
    await changeConnection(commandContext(ctx), id, change)
    return { id }
  },
  buildLog: ({ input }) => ({
    ...logged('Change a WhatsApp connection', input.id),
    context: { fields: Object.keys(input.change) },
  }),
}

const refresh: CommandHandler<{ id: string }, { id: string }> = {
  id: 'channel_whatsapp.connection.refresh',
  async execute({ id }, ctx) {
    const context = commandContext(ctx)
    await refreshConnection(context, await requireConnection(context, id))
    return { id }
  },
  buildLog: ({ input }) => logged('Refresh a WhatsApp connection', input.id),
}

const remove: CommandHandler<{ id: string }, { id: string }> = {
  id: 'channel_whatsapp.connection.remove',
  async execute({ id }, ctx) {
    await removeConnection(commandContext(ctx), id)
    return { id }
  },
  buildLog: ({ input }) => logged('Remove a WhatsApp connection', input.id),
}

registerCommand(add)
registerCommand(change)
registerCommand(refresh)
registerCommand(remove)
