import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { dbOf } from '../lib/db.ts'
import { requireScope } from '../lib/scope.ts'
import { type HubSettings, holdSettings, hubSettings, saveSettings } from '../lib/settings/settings.ts'

interface Saved {
  before: HubSettings
  after: HubSettings
}

const saveHubSettings: CommandHandler<Partial<HubSettings>, Saved> = {
  id: 'communication_channels.settings.save',
  async execute(input, ctx) {
    const changes = hubSettings.partial().parse(input)
    const scope = requireScope(ctx.auth)
    const em = ctx.container.resolve<EntityManager>('em').fork()
    return em.transactional(async (tx) => {
      const before = await holdSettings(dbOf(tx), scope)
      const after = { ...before, ...changes }
      await saveSettings(dbOf(tx), scope, after, new Date())
      return { before, after }
    })
  },
  buildLog: ({ result: { before, after } }) => ({
    actionLabel: 'Change the settings of channels',
    resourceKind: 'communication_channels.settings',
    changes: Object.fromEntries(
      (Object.keys(after) as (keyof HubSettings)[])
        .filter((key) => before[key] !== after[key])
        .map((key) => [key, { from: before[key], to: after[key] }]),
    ),
  }),
}

registerCommand(saveHubSettings)
