import { randomUUIDv7 } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import {
  getIntegration,
  type IntegrationCredentialsSchema,
  type IntegrationScope,
  resolveIntegrationCredentialsSchema,
} from '@open-mercato/shared/modules/integrations/types'
import { IntegrationCredentials } from '../data/entities.ts'
import { openCredentials, sealCredentials } from './credentials-encryption.ts'

export {
  CredentialsEncryptionUnavailableError,
  isCredentialsEncryptionUnavailableError,
} from './credentials-encryption.ts'

type Json = Record<string, unknown>

/**
 * Credentials of a tenant's organization, kept encrypted. An id may be an integration's or one that a plugin
 * makes below it (`<integration id>.<something>`); those need no definition.
 * Every method throws `CredentialsEncryptionUnavailableError` rather than work without the tenant's key.
 */
export type CredentialsService = ReturnType<typeof createCredentialsService>

export function createCredentialsService(em: EntityManager) {
  const rowOf = (id: string, scope: IntegrationScope) =>
    em.findOne(IntegrationCredentials, { ...owner(scope), integrationId: id }, { disableIdentityMap: true })

  async function getRaw(id: string, scope: IntegrationScope): Promise<Json | null> {
    const row = await rowOf(id, scope)
    return row ? openCredentials(em, row.credentials, scope, id) : null
  }

  async function getRowUpdatedAt(id: string, scope: IntegrationScope): Promise<Date | null> {
    return (await rowOf(id, scope))?.updatedAt ?? null
  }

  /** The integration's own credentials, else its bundle's, else null. */
  async function resolve(id: string, scope: IntegrationScope): Promise<Json | null> {
    const own = await getRaw(id, scope)
    const bundleId = getIntegration(id)?.bundleId
    return own ?? (bundleId ? getRaw(bundleId, scope) : null)
  }

  async function resolveUpdatedAt(id: string, scope: IntegrationScope): Promise<Date | null> {
    const own = await getRowUpdatedAt(id, scope)
    const bundleId = getIntegration(id)?.bundleId
    return own ?? (bundleId ? getRowUpdatedAt(bundleId, scope) : null)
  }

  /** Replaces what is stored. Takes part in the transaction of the `em` it was made with. */
  async function save(id: string, credentials: Json, scope: IntegrationScope): Promise<void> {
    const now = new Date()
    await em.upsert(
      IntegrationCredentials,
      {
        id: randomUUIDv7(),
        ...owner(scope),
        integrationId: id,
        credentials: await sealCredentials(em, credentials, scope, id),
        createdAt: now,
        updatedAt: now,
      },
      {
        onConflictFields: ['tenantId', 'organizationId', 'integrationId'],
        onConflictMergeFields: ['credentials', 'updatedAt'],
        disableIdentityMap: true,
      },
    )
  }

  /** Returns all values after the change. */
  async function saveField(id: string, key: string, value: unknown, scope: IntegrationScope): Promise<Json> {
    const values = { ...(await getRaw(id, scope)), [key]: value }
    await save(id, values, scope)
    return values
  }

  function getSchema(id: string): IntegrationCredentialsSchema | undefined {
    return resolveIntegrationCredentialsSchema(id)
  }

  return { getRaw, getRowUpdatedAt, resolve, resolveUpdatedAt, save, saveField, getSchema }
}

function owner(scope: IntegrationScope): { tenantId: string; organizationId: string } {
  return { tenantId: scope.tenantId, organizationId: scope.organizationId }
}
