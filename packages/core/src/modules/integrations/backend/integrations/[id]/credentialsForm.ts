import type { IntegrationCredentialField } from '@open-mercato/shared/modules/integrations/types'
import type { CredentialValues } from './integrationDetail.ts'

/** What the server shows in place of a stored secret; sent back, it keeps the stored one. */
export const unchangedSecret = '__om_secret_unchanged__'

/**
 * What the form starts from. A stored secret starts as its mask and stays it until the person chooses to
 * replace it; a secret that is not stored starts empty even if the answer should carry a mask.
 */
export function initialValues(
  fields: IntegrationCredentialField[],
  stored: CredentialValues,
  secretFieldsConfigured: string[],
): CredentialValues {
  return Object.fromEntries(
    fields.map(({ key, type }) => {
      if (type === 'secret') return [key, secretFieldsConfigured.includes(key) ? unchangedSecret : '']
      return [key, stored[key] ?? (type === 'boolean' ? false : '')]
    }),
  )
}

export function isVisible(field: IntegrationCredentialField, values: CredentialValues): boolean {
  return !field.visibleWhen || values[field.visibleWhen.field] === field.visibleWhen.equals
}

/** What is sent: only fields on the screen, and of those only the ones with a value. */
export function valuesToSend(
  fields: IntegrationCredentialField[],
  values: CredentialValues,
): CredentialValues {
  const filled = fields
    .filter((field) => isVisible(field, values))
    .map(({ key }) => [key, trimmed(values[key] ?? '')] as const)
    .filter(([, value]) => value !== '')
  return Object.fromEntries(filled)
}

export function missingFields(fields: IntegrationCredentialField[], values: CredentialValues): string[] {
  const sent = valuesToSend(fields, values)
  return fields
    .filter((field) => field.required && isVisible(field, values) && !(field.key in sent))
    .map((field) => field.key)
}

/** The server may name a field by its place in the body. */
export function errorsByField(fieldErrors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fieldErrors).map(([path, text]) => [path.replace(/^credentials\./, ''), text]),
  )
}

function trimmed(value: CredentialValues[string]) {
  return typeof value === 'string' ? value.trim() : value
}
