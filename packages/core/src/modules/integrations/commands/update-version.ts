import { registerCommand } from '@open-mercato/shared/lib/commands'
import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import { getIntegrationTitle } from '@open-mercato/shared/modules/integrations/types'
import { type UpdateVersionInput, updateVersionSchema } from '../data/validators.ts'
import { emitIntegrationsEvent } from '../events.ts'
import { integrationInScope } from '../lib/integration-in-scope.ts'
import type { IntegrationStateService } from '../lib/state-service.ts'

type Result = { from: string | null; to: string }

registerCommand<UpdateVersionInput, Result>({
  id: 'integrations.version.update',

  async execute(rawInput, ctx) {
    const { apiVersion, ...target } = updateVersionSchema.parse(rawInput)
    const { integrationId, integration, scope } = integrationInScope(ctx, target)
    if (!integration.apiVersions?.some((version) => version.id === apiVersion)) {
      const message = `${integration.title} has no version called ${apiVersion}.`
      throw new CrudHttpError(400, {
        error: message,
        code: 'invalid_input',
        fieldErrors: { apiVersion: message },
      })
    }
    const state = ctx.container.resolve<IntegrationStateService>('integrationStateService')

    const from = (await state.resolveApiVersion(integrationId, scope)) ?? null
    await state.upsert(integrationId, { apiVersion }, scope)
    await emitIntegrationsEvent('integrations.version.changed', { ...scope, integrationId, apiVersion })
    return { from, to: apiVersion }
  },

  buildLog({ input, result: { from, to } }) {
    return {
      tenantId: input.tenantId,
      organizationId: input.organizationId,
      actionLabel: `Changed the API version of ${getIntegrationTitle(input.integrationId)}`,
      resourceKind: 'integrations.integration',
      resourceId: input.integrationId,
      changes: { apiVersion: { from, to } },
    }
  },
})
