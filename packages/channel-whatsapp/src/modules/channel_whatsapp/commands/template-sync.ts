import { databaseNow } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { nudge } from '@open-mercato/communication-channels/modules/communication_channels/lib/nudge'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { commandContext } from '../lib/command-context.ts'
import { requireConnection } from '../lib/connections/save-connection.ts'
import { askForSync } from '../lib/templates/sync/ask-for-sync.ts'
import { TEMPLATE_SYNCS_QUEUE } from '../lib/templates/sync/queues.ts'
import type { SyncRun } from '../lib/templates/sync/sync-run.ts'

const sync: CommandHandler<{ connectionId: string }, SyncRun> = {
  id: 'channel_whatsapp.templates.sync',
  async execute({ connectionId }, ctx) {
    const context = commandContext(ctx)
    const { db, scope } = context
    await requireConnection(context, connectionId)
    const run = await askForSync(db, scope, connectionId, 'person', await databaseNow(db))
    nudge(TEMPLATE_SYNCS_QUEUE)
    return run
  },
  buildLog: ({ input }) => ({
    actionLabel: 'Have the templates of a WhatsApp account read anew',
    resourceKind: 'channel_whatsapp.connection',
    resourceId: input.connectionId,
  }),
}

registerCommand(sync)
