import type { EntityManager } from '@mikro-orm/postgresql'
import { decryptWithAesGcmStrict, encryptWithAesGcm } from '@open-mercato/shared/lib/encryption/aes'
import { encryptionOf } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import type { IntegrationScope } from '@open-mercato/shared/modules/integrations/types'

type Json = Record<string, unknown>

/** Thrown instead of storing or handing out credentials in the clear. */
export class CredentialsEncryptionUnavailableError extends Error {
  override name = 'CredentialsEncryptionUnavailableError'
  readonly code = 'CREDENTIALS_ENCRYPTION_UNAVAILABLE'
}

export function isCredentialsEncryptionUnavailableError(
  error: unknown,
): error is CredentialsEncryptionUnavailableError {
  return error instanceof CredentialsEncryptionUnavailableError
}

/** All values as one ciphertext, so that the table tells nobody which fields are set. */
export async function sealCredentials(
  em: EntityManager,
  values: Json,
  scope: IntegrationScope,
  integrationId: string,
): Promise<string> {
  const key = await tenantKey(em, scope.tenantId)
  return encryptWithAesGcm(JSON.stringify(values), key, belongsTo(scope, integrationId)).value
}

export async function openCredentials(
  em: EntityManager,
  sealed: string,
  scope: IntegrationScope,
  integrationId: string,
): Promise<Json> {
  const key = await tenantKey(em, scope.tenantId)
  try {
    return JSON.parse(decryptWithAesGcmStrict(sealed, key, belongsTo(scope, integrationId))) as Json
  } catch (cause) {
    throw new CredentialsEncryptionUnavailableError('Stored credentials do not open with the tenant key.', {
      cause,
    })
  }
}

// A row copied to another tenant, organization or integration does not open there.
function belongsTo(scope: IntegrationScope, integrationId: string): string {
  return `${scope.tenantId}|${scope.organizationId}|integration_credentials|${integrationId}`
}

async function tenantKey(em: EntityManager, tenantId: string): Promise<string> {
  try {
    const dek = await encryptionOf(em)?.getDek(tenantId)
    if (dek) return dek.key
  } catch (cause) {
    throw new CredentialsEncryptionUnavailableError('The tenant key cannot be read.', { cause })
  }
  throw new CredentialsEncryptionUnavailableError('There is no tenant key to encrypt credentials with.')
}
