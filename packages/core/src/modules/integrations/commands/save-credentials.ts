import { registerCommand } from '@open-mercato/shared/lib/commands'
import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import { getIntegrationTitle } from '@open-mercato/shared/modules/integrations/types'
import { type SaveCredentialsInput, saveCredentialsSchema } from '../data/validators.ts'
import { emitIntegrationsEvent } from '../events.ts'
import { mergeMaskedSecretCredentials } from '../lib/credentials-masking.ts'
import type { CredentialsService } from '../lib/credentials-service.ts'
import { credentialsValidator } from '../lib/credentials-validation.ts'
import { integrationInScope } from '../lib/integration-in-scope.ts'
import type { IntegrationStateService } from '../lib/state-service.ts'

type Result = { changedFields: string[] }

registerCommand<SaveCredentialsInput, Result>({
  id: 'integrations.credentials.save',

  async execute(rawInput, ctx) {
    const { credentials: incoming, ...target } = saveCredentialsSchema.parse(rawInput)
    const { integrationId, integration, scope } = integrationInScope(ctx, target)
    const service = ctx.container.resolve<CredentialsService>('integrationCredentialsService')
    const schema = service.getSchema(integrationId)
    if (!schema?.fields.length) {
      throw new CrudHttpError(422, {
        error: `${integration.title} takes no credentials here.`,
        code: 'no_credentials_schema',
      })
    }

    const existing = await service.getRaw(integrationId, scope)
    const values = credentialsValidator(schema).parse(
      mergeMaskedSecretCredentials(schema, incoming, existing),
    )
    await service.save(integrationId, values, scope)
    const state = ctx.container.resolve<IntegrationStateService>('integrationStateService')
    await state.setReauthRequired(integrationId, false, scope)
    await emitIntegrationsEvent('integrations.credentials.updated', { ...scope, integrationId })
    return { changedFields: changedFields(existing ?? {}, values) }
  },

  // Names of fields only: neither the values before nor those after belong in a log.
  buildLog({ input, result: { changedFields } }) {
    return {
      tenantId: input.tenantId,
      organizationId: input.organizationId,
      actionLabel: `Saved the credentials of ${getIntegrationTitle(input.integrationId)}`,
      resourceKind: 'integrations.integration',
      resourceId: input.integrationId,
      changes: { fields: changedFields },
    }
  },
})

function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => before[key] !== after[key]).sort()
}
