import type { IntegrationCredentialsSchema } from '@open-mercato/shared/modules/integrations/types'
import { credentialsValidator } from './credentials-validation.ts'

const schema: IntegrationCredentialsSchema = {
  fields: [
    { key: 'token', label: 'Token', type: 'secret', required: true },
    { key: 'endpoint', label: 'Endpoint', type: 'url' },
    {
      key: 'region',
      label: 'Region',
      type: 'select',
      options: [
        { value: 'eu', label: 'Europe' },
        { value: 'us', label: 'United States' },
      ],
    },
    { key: 'sandbox', label: 'Sandbox', type: 'boolean' },
    {
      key: 'sandboxKey',
      label: 'Sandbox key',
      type: 'text',
      required: true,
      visibleWhen: { field: 'sandbox', equals: true },
    },
  ],
}

const errorsOf = (values: Record<string, unknown>) =>
  Object.fromEntries(
    credentialsValidator(schema)
      .safeParse(values)
      .error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? [],
  )

test('good values pass, trimmed and without unknown keys', () => {
  const values = { token: ' t ', endpoint: 'https://api.test/x', region: 'eu', sandbox: false, other: 1 }
  expect(credentialsValidator(schema).parse(values)).toEqual({
    token: 't',
    endpoint: 'https://api.test/x',
    region: 'eu',
    sandbox: false,
  })
})

test.each([
  [{}, { token: 'Token is required.' }],
  [{ token: '   ' }, { token: 'Token is required.' }],
  [{ token: null }, { token: 'Token is required.' }],
  [{ token: 7 }, { token: 'Token must be text.' }],
  [
    { token: 't', endpoint: 'ftp://api.test' },
    { endpoint: 'Endpoint must be an address that starts with http:// or https://.' },
  ],
  [
    { token: 't', endpoint: 'javascript:alert(1)' },
    { endpoint: 'Endpoint must be an address that starts with http:// or https://.' },
  ],
  [
    { region: 'mars' },
    { token: 'Token is required.', region: 'Region must be one of: Europe, United States.' },
  ],
  [{ token: 't', region: 'mars' }, { region: 'Region must be one of: Europe, United States.' }],
  [{ token: 't', sandbox: 'yes' }, { sandbox: 'Sandbox is either on or off.' }],
  [{ token: 't', sandbox: true }, { sandboxKey: 'Sandbox key is required.' }],
])('%j is refused field by field', (values, errors) => {
  expect(errorsOf(values)).toEqual(errors)
})

test('a hidden field is neither asked for nor kept', () => {
  expect(credentialsValidator(schema).parse({ token: 't', sandboxKey: 'left over' })).toEqual({ token: 't' })
})
