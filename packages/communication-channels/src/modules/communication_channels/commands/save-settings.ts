import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { buildChanges } from '@open-mercato/shared/lib/commands/helpers'
import { dbOf } from '../lib/db.ts'
import { nudge, OUTBOX_QUEUE } from '../lib/nudge.ts'
import { releaseLimited } from '../lib/outbox/pace/release-limited.ts'
import { requireScope } from '../lib/scope.ts'
import {
  changeSettings,
  type HubSettings,
  holdSettings,
  type SettingsChanges,
  saveSettings,
  settingsChanges,
} from '../lib/settings/settings.ts'

interface Saved {
  before: HubSettings
  after: HubSettings
}

const isFaster = (before: HubSettings, after: HubSettings) =>
  after.automaticPerMinute > before.automaticPerMinute

const saveHubSettings: CommandHandler<SettingsChanges, Saved> = {
  id: 'communication_channels.settings.save',
  async execute(input, ctx) {
    const changes = settingsChanges.parse(input)
    const now = new Date()
    const scope = requireScope(ctx.auth)
    const em = ctx.container.resolve<EntityManager>('em').fork()
    const saved = await em.transactional(async (tx) => {
      const before = await holdSettings(dbOf(tx), scope)
      const after = changeSettings(before, changes, now)
      await saveSettings(dbOf(tx), scope, after, now)
      if (isFaster(before, after)) await releaseLimited(dbOf(tx), scope)
      return { before, after }
    })
    if (isFaster(saved.before, saved.after)) nudge(OUTBOX_QUEUE)
    return saved
  },
  buildLog: ({ result: { before, after } }) => ({
    actionLabel: 'Change the settings of channels',
    resourceKind: 'communication_channels.settings',
    changes: buildChanges({ ...before }, { ...after }, Object.keys(after)),
  }),
}

registerCommand(saveHubSettings)
