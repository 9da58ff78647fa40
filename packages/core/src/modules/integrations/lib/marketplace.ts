import type { EntityManager } from '@mikro-orm/postgresql'
import {
  getAllIntegrations,
  type IntegrationDefinition,
  type IntegrationScope,
} from '@open-mercato/shared/modules/integrations/types'
import { IntegrationState } from '../data/entities.ts'
import { belongsToIntegration, credentialsIds } from './configured.ts'
import { maskSecretCredentials } from './credentials-masking.ts'
import type { CredentialsService } from './credentials-service.ts'
import { type ResolvedIntegrationState, resolvedState } from './state-service.ts'

/** Every mounted integration as this organization sees it, by title. */
export async function listIntegrations(em: EntityManager, scope: IntegrationScope) {
  const { tenantId, organizationId } = scope
  const rows = await em.find(IntegrationState, { tenantId, organizationId })
  const states = new Map(rows.map((row) => [row.integrationId, row]))
  const configured = await credentialsIds(em, scope)

  return getAllIntegrations()
    .map((integration) => {
      const state = resolvedState(integration.id, states.get(integration.id) ?? null)
      return {
        id: integration.id,
        title: integration.title,
        description: integration.description ?? null,
        icon: integration.icon ?? null,
        category: integration.category ?? null,
        providerKey: integration.providerKey ?? null,
        isEnabled: state.isEnabled,
        health: healthOf(state),
        hasCredentials: configured.some((id) => belongsToIntegration(id, integration)),
      }
    })
    .sort((a, b) => a.title.localeCompare(b.title))
}

/** Whatever the last check said: without credentials that are accepted nothing works. */
function healthOf({ reauthRequired, lastHealthStatus, lastHealthCheckedAt }: ResolvedIntegrationState) {
  const status = reauthRequired ? 'unhealthy' : lastHealthStatus
  return status ? { status, checkedAt: lastHealthCheckedAt?.toISOString() ?? null } : null
}

export async function maskedCredentials(
  ctx: { em: EntityManager; credentials: CredentialsService },
  integration: IntegrationDefinition,
  scope: IntegrationScope,
) {
  const values = await ctx.credentials.getRaw(integration.id, scope)
  const configured = await credentialsIds(ctx.em, scope)
  return {
    ...maskSecretCredentials(ctx.credentials.getSchema(integration.id), values),
    hasCredentials: configured.some((id) => belongsToIntegration(id, integration)),
  }
}

export function stateJson(state: ResolvedIntegrationState) {
  const { isEnabled, apiVersion, reauthRequired, lastHealthStatus, lastHealthLatencyMs } = state
  return {
    isEnabled,
    apiVersion,
    reauthRequired,
    lastHealthStatus,
    lastHealthCheckedAt: state.lastHealthCheckedAt?.toISOString() ?? null,
    lastHealthLatencyMs,
    updatedAt: state.updatedAt?.toISOString() ?? null,
  }
}

export function definitionJson(
  integration: IntegrationDefinition,
): Omit<IntegrationDefinition, 'buildExternalUrl'> {
  const { buildExternalUrl: _, ...data } = integration
  return data
}
