import { registerCommand } from '@open-mercato/shared/lib/commands'
import { buildChanges } from '@open-mercato/shared/lib/commands/helpers'
import { getIntegrationTitle } from '@open-mercato/shared/modules/integrations/types'
import { type UpdateStateInput, updateStateSchema } from '../data/validators.ts'
import { emitIntegrationsEvent } from '../events.ts'
import { integrationInScope } from '../lib/integration-in-scope.ts'
import type { IntegrationStateService, ResolvedIntegrationState } from '../lib/state-service.ts'

type Result = { before: ResolvedIntegrationState; after: ResolvedIntegrationState }

registerCommand<UpdateStateInput, Result>({
  id: 'integrations.state.update',

  async execute(rawInput, ctx) {
    const { isEnabled, ...target } = updateStateSchema.parse(rawInput)
    const { integrationId, scope } = integrationInScope(ctx, target)
    const state = ctx.container.resolve<IntegrationStateService>('integrationStateService')

    const before = await state.resolveState(integrationId, scope)
    const enabledAt = isEnabled && !before.isEnabled ? new Date() : before.enabledAt
    const after = await state.upsert(integrationId, { isEnabled, enabledAt }, scope)
    await emitIntegrationsEvent('integrations.state.updated', { ...scope, integrationId, isEnabled })
    return { before, after }
  },

  buildLog({ input, result: { before, after } }) {
    return {
      tenantId: input.tenantId,
      organizationId: input.organizationId,
      actionLabel: `${after.isEnabled ? 'Enabled' : 'Disabled'} ${getIntegrationTitle(input.integrationId)}`,
      resourceKind: 'integrations.integration',
      resourceId: input.integrationId,
      changes: buildChanges({ ...before }, { ...after }, ['isEnabled']),
    }
  },
})
