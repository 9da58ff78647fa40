import type { IntegrationCredentialsSchema } from '@open-mercato/shared/modules/integrations/types'
import {
  MASKED_SECRET_VALUE,
  maskSecretCredentials,
  mergeMaskedSecretCredentials,
} from './credentials-masking.ts'

const schema: IntegrationCredentialsSchema = {
  fields: [
    { key: 'account', label: 'Account', type: 'text' },
    { key: 'token', label: 'Token', type: 'secret' },
    { key: 'signing', label: 'Signing secret', type: 'secret' },
  ],
}

test('secrets and what the schema does not name never leave', () => {
  expect(maskSecretCredentials(schema, { account: '42', token: 't', legacy: 'x' })).toEqual({
    credentials: { account: '42', token: MASKED_SECRET_VALUE },
    secretFieldsConfigured: ['token'],
  })
  expect(maskSecretCredentials(schema, null)).toEqual({ credentials: {}, secretFieldsConfigured: [] })
  expect(maskSecretCredentials(undefined, { token: 't' }).credentials).toEqual({})
})

test('the mask keeps the stored secret, a new value replaces it, an absent one removes it', () => {
  const existing = { account: '42', token: 'old', signing: 's' }
  const incoming = { account: '43', token: MASKED_SECRET_VALUE }
  expect(mergeMaskedSecretCredentials(schema, incoming, existing)).toEqual({ account: '43', token: 'old' })
  expect(mergeMaskedSecretCredentials(schema, { token: 'new' }, existing)).toEqual({ token: 'new' })
})

test('a mask over nothing is nothing, so a required secret is still asked for', () => {
  expect(mergeMaskedSecretCredentials(schema, { token: MASKED_SECRET_VALUE }, null)).toEqual({})
})
