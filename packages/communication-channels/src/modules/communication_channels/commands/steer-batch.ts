import type { EntityManager } from '@mikro-orm/postgresql'
import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import { type SteerBatchInput, steerBatchInput } from '../data/validators.ts'
import { type Steering, steerBatch } from '../lib/batches/steer-batch.ts'
import { requireScope } from '../lib/scope.ts'

const LABELS: Record<Steering, string> = {
  pause: 'Pause a batch of messages',
  resume: 'Let a batch of messages go on',
  cancel: 'Cancel a batch of messages',
}

function commandFor(steering: Steering): CommandHandler<SteerBatchInput, { hasChanged: boolean }> {
  return {
    id: `communication_channels.batch.${steering}`,
    async execute(input, ctx) {
      const { batchId } = steerBatchInput.parse(input)
      const em = ctx.container.resolve<EntityManager>('em')
      const { tenantId, organizationId } = requireScope(ctx.auth)
      const scope = { tenantId, organizationId }
      return { hasChanged: await steerBatch(em, scope, batchId, steering, new Date()) }
    },
    buildLog: ({ input, result }) => ({
      skipLog: !result.hasChanged,
      actionLabel: LABELS[steering],
      resourceKind: 'communication_channels.batch',
      resourceId: input.batchId,
    }),
  }
}

registerCommand(commandFor('pause'))
registerCommand(commandFor('resume'))
registerCommand(commandFor('cancel'))
