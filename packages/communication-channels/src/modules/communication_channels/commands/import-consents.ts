import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { z } from 'zod'
import { type ImportSteering, steerImport } from '../lib/consent/import/steer-import.ts'
import { type TakenFile, takeFile } from '../lib/consent/import/take-file.ts'
import { dbOf } from '../lib/db.ts'
import type { TenantEncryptionService } from '../lib/encryption-service.ts'
import { CONSENT_IMPORTS_QUEUE, nudge, OUTGOING_EVENTS_QUEUE } from '../lib/nudge.ts'
import { requireScope } from '../lib/scope.ts'

const takeImport: CommandHandler<TakenFile, { importId: string }> = {
  id: 'communication_channels.consent_import.take',
  async execute(file, ctx) {
    const em = ctx.container.resolve<EntityManager>('em').fork()
    const encryption = ctx.container.resolve<TenantEncryptionService>('tenantEncryptionService')
    const { tenantId, organizationId } = requireScope(ctx.auth)
    const scope = { tenantId, organizationId }
    const importId = await em.transactional((tx) => takeFile(dbOf(tx), encryption, scope, file))
    nudge(CONSENT_IMPORTS_QUEUE)
    nudge(OUTGOING_EVENTS_QUEUE)
    return { importId }
  },
  buildLog: ({ result }) => ({
    actionLabel: 'Hand in a list of consents to check',
    resourceKind: 'communication_channels.consent_import',
    resourceId: result.importId,
  }),
}

const LABELS: Record<ImportSteering, string> = {
  start: 'Import a list of consents',
  cancel: 'Cancel an import of consents',
}
const steerInput = z.object({ importId: z.uuid() })

function commandFor(steering: ImportSteering): CommandHandler<{ importId: string }, { hasChanged: boolean }> {
  return {
    id: `communication_channels.consent_import.${steering}`,
    async execute(input, ctx) {
      const { importId } = steerInput.parse(input)
      const em = ctx.container.resolve<EntityManager>('em')
      const { tenantId, organizationId } = requireScope(ctx.auth)
      const scope = { tenantId, organizationId }
      return { hasChanged: await steerImport(em, scope, importId, steering) }
    },
    buildLog: ({ input, result }) => ({
      skipLog: !result.hasChanged,
      actionLabel: LABELS[steering],
      resourceKind: 'communication_channels.consent_import',
      resourceId: input.importId,
    }),
  }
}

registerCommand(takeImport)
registerCommand(commandFor('start'))
registerCommand(commandFor('cancel'))
