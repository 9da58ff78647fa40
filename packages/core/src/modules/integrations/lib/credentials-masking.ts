import type {
  IntegrationCredentialField,
  IntegrationCredentialsSchema,
} from '@open-mercato/shared/modules/integrations/types'

type Json = Record<string, unknown>

/** Stands for a secret that is kept on the server; sent back unchanged, it keeps the stored one. */
export const MASKED_SECRET_VALUE = '__om_secret_unchanged__'

export const isSecretField = (field: IntegrationCredentialField): boolean => field.type === 'secret'

/** The values a browser may see. What the schema does not name is left out: it might be a secret. */
export function maskSecretCredentials(
  schema: IntegrationCredentialsSchema | undefined,
  values: Json | null,
): { credentials: Json; secretFieldsConfigured: string[] } {
  const credentials: Json = {}
  const secretFieldsConfigured: string[] = []
  for (const field of schema?.fields ?? []) {
    const value = values?.[field.key]
    if (value === undefined || value === null || value === '') continue
    if (isSecretField(field)) secretFieldsConfigured.push(field.key)
    credentials[field.key] = isSecretField(field) ? MASKED_SECRET_VALUE : value
  }
  return { credentials, secretFieldsConfigured }
}

/** `incoming` with every masked secret replaced by the stored one, or dropped where none is stored. */
export function mergeMaskedSecretCredentials(
  schema: IntegrationCredentialsSchema | undefined,
  incoming: Json,
  existing: Json | null,
): Json {
  const merged = { ...incoming }
  for (const field of schema?.fields ?? []) {
    if (!isSecretField(field) || merged[field.key] !== MASKED_SECRET_VALUE) continue
    const kept = existing?.[field.key]
    if (kept === undefined) delete merged[field.key]
    else merged[field.key] = kept
  }
  return merged
}
