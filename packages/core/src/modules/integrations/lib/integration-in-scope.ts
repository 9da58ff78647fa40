import type { CommandRuntimeContext } from '@open-mercato/shared/lib/commands'
import { assertFound, forbidden } from '@open-mercato/shared/lib/crud/errors'
import {
  getIntegration,
  type IntegrationDefinition,
  type IntegrationScope,
} from '@open-mercato/shared/modules/integrations/types'

type Target = { integrationId: string; tenantId: string; organizationId: string }

/** What a command works on: 404 for an unknown integration, 403 for a tenant or organization not the actor's own. */
export function integrationInScope(
  ctx: CommandRuntimeContext,
  target: Target,
): { integrationId: string; integration: IntegrationDefinition; scope: IntegrationScope } {
  const { integrationId, tenantId, organizationId } = target
  const isOwn = ctx.auth?.tenantId === tenantId && ctx.auth.orgId === organizationId
  if (!isOwn && !ctx.systemActor) throw forbidden()
  const integration = assertFound(
    getIntegration(integrationId),
    `There is no integration called ${integrationId}.`,
  )
  return { integrationId, integration, scope: { tenantId, organizationId } }
}
