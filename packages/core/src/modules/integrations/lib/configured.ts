import type { EntityManager } from '@mikro-orm/postgresql'
import type { IntegrationDefinition, IntegrationScope } from '@open-mercato/shared/modules/integrations/types'
import { IntegrationCredentials } from '../data/entities.ts'

/** A plugin may keep several sets of credentials, each below its integration's id. */
export function belongsToIntegration(credentialsId: string, integration: IntegrationDefinition): boolean {
  return (
    credentialsId === integration.id ||
    credentialsId === integration.bundleId ||
    credentialsId.startsWith(`${integration.id}.`)
  )
}

/** Under which ids this organization has credentials. */
export async function credentialsIds(em: EntityManager, scope: IntegrationScope): Promise<string[]> {
  const rows = await em.find(
    IntegrationCredentials,
    { tenantId: scope.tenantId, organizationId: scope.organizationId },
    { fields: ['integrationId'], disableIdentityMap: true },
  )
  return rows.map((row) => row.integrationId)
}

export async function hasCredentials(
  em: EntityManager,
  integration: IntegrationDefinition,
  scope: IntegrationScope,
): Promise<boolean> {
  const ids = await credentialsIds(em, scope)
  return ids.some((id) => belongsToIntegration(id, integration))
}
