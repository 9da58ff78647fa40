import {
  type IntegrationDefinition,
  registerIntegrations,
} from '@open-mercato/shared/modules/integrations/types'
import { asValue } from 'awilix'
import request from 'supertest'
import { createTestHost, type TestHost } from '../../host/testing.ts'

const modules = ['directory', 'auth', 'audit_logs', 'integrations'].map((id) => ({
  id,
  from: '@open-mercato/core',
}))

const parcels: IntegrationDefinition = {
  id: 'carrier_parcels',
  title: 'Parcels',
  category: 'shipping',
  providerKey: 'parcels',
  buildExternalUrl: (id) => `https://parcels.test/${id}`,
  healthCheck: { service: 'parcelsHealth' },
  apiVersions: [
    { id: '2025-01', label: '2025', status: 'deprecated' },
    { id: '2026-01', label: '2026', status: 'stable', default: true },
  ],
  credentials: {
    fields: [
      { key: 'apiKey', label: 'API key', type: 'secret', required: true },
      { key: 'endpoint', label: 'Endpoint', type: 'url' },
    ],
  },
}
const plain: IntegrationDefinition = { id: 'plain', title: 'Plain', defaultState: { isEnabled: false } }

let testHost: TestHost
let ada: string
let emil: string
let bea: string

const call = (method: 'get' | 'post' | 'put', path: string, cookie: string) =>
  request(testHost.listener)[method](`/api/integrations${path}`).set('cookie', cookie)
const sql = (text: string, values: unknown[] = []) => testHost.host.orm.em.fork().execute(text, values)
const actions = async (cookie: string) =>
  (await request(testHost.listener).get('/api/audit_logs/actions').set('cookie', cookie)).body.items
const saveKey = (cookie: string, apiKey: string) =>
  call('put', '/carrier_parcels/credentials', cookie).send({ credentials: { apiKey } })

beforeAll(async () => {
  testHost = await createTestHost({ modules })
  registerIntegrations([parcels, plain])
  ada = (await testHost.signIn('admin@acme.test')).cookie
  emil = (await testHost.signIn('agent@acme.test')).cookie
  bea = (await testHost.signIn('admin@birch.test')).cookie
}, 60_000)
afterAll(() => testHost?.close())
beforeEach(async () => {
  for (const table of ['integration_credentials', 'integration_states', 'integration_logs', 'action_logs']) {
    await sql(`delete from ${table}`)
  }
})

describe('the marketplace', () => {
  test('lists what is mounted with its defaults', async () => {
    const { status, body } = await call('get', '', ada)
    expect(status).toBe(200)
    expect(body.items).toContainEqual({
      id: 'carrier_parcels',
      title: 'Parcels',
      description: null,
      icon: null,
      category: 'shipping',
      providerKey: 'parcels',
      isEnabled: true,
      health: null,
      hasCredentials: false,
    })
    expect(body.items.find(({ id }: { id: string }) => id === 'plain').isEnabled).toBe(false)
  })

  test('shows one integration, and nothing for an unknown id', async () => {
    const { body } = await call('get', '/carrier_parcels', ada)
    expect(body.integration).toMatchObject({ id: 'carrier_parcels', credentials: parcels.credentials })
    expect(body.state).toMatchObject({ isEnabled: true, apiVersion: '2026-01', lastHealthStatus: null })
    expect(body).toMatchObject({ credentials: {}, secretFieldsConfigured: [], hasCredentials: false })
    expect((await call('get', '/no_such_thing', ada)).status).toBe(404)
    expect((await call('put', '/no_such_thing/state', ada).send({ isEnabled: false })).status).toBe(404)
  })

  test('is closed to people without the feature, and to strangers', async () => {
    for (const [method, path] of [
      ['get', ''],
      ['get', '/carrier_parcels'],
      ['get', '/logs'],
      ['get', '/carrier_parcels/credentials'],
      ['put', '/carrier_parcels/credentials'],
      ['put', '/carrier_parcels/state'],
      ['put', '/carrier_parcels/version'],
      ['post', '/carrier_parcels/health'],
    ] as const) {
      expect((await call(method, path, emil)).status).toBe(403)
      expect((await call(method, path, 'om_session=none')).status).toBe(401)
    }
  })
})

describe('credentials', () => {
  test('are stored as one ciphertext and shown masked', async () => {
    const saved = await call('put', '/carrier_parcels/credentials', ada).send({
      credentials: { apiKey: 'top-secret-key', endpoint: 'https://api.parcels.test', stray: 'x' },
    })
    expect(saved.status).toBe(200)
    expect(saved.body).toEqual({
      credentials: { apiKey: '__om_secret_unchanged__', endpoint: 'https://api.parcels.test' },
      secretFieldsConfigured: ['apiKey'],
      hasCredentials: true,
    })
    const rows = JSON.stringify(await sql('select * from integration_credentials'))
    expect(rows).not.toContain('top-secret-key')
    expect(rows).not.toContain('parcels.test')
    expect(JSON.stringify((await call('get', '/carrier_parcels', ada)).body)).not.toContain('top-secret-key')
  })

  test('keep a secret that comes back masked', async () => {
    await saveKey(ada, 'first')
    await call('put', '/carrier_parcels/credentials', ada).send({
      credentials: { apiKey: '__om_secret_unchanged__', endpoint: 'https://api.parcels.test' },
    })
    expect(await stored('admin@acme.test')).toEqual({ apiKey: 'first', endpoint: 'https://api.parcels.test' })
  })

  test('are refused field by field', async () => {
    const { status, body } = await call('put', '/carrier_parcels/credentials', ada).send({
      credentials: { apiKey: '__om_secret_unchanged__', endpoint: 'ftp://x' },
    })
    expect([status, body.code]).toEqual([400, 'invalid_input'])
    expect(body.fieldErrors).toEqual({
      apiKey: 'API key is required.',
      endpoint: 'Endpoint must be an address that starts with http:// or https://.',
    })
    expect((await call('put', '/carrier_parcels/credentials', ada).send('[]')).status).toBe(400)
    expect((await call('put', '/plain/credentials', ada).send({ credentials: {} })).status).toBe(422)
  })

  test('of a row moved to another tenant do not open there', async () => {
    await saveKey(ada, 'first')
    await sql(
      `update integration_credentials set (tenant_id, organization_id) =
         (select tenant_id, organization_id from users where email = 'admin@birch.test')`,
    )
    const { status, body } = await call('get', '/carrier_parcels/credentials', bea)
    expect([status, body.code]).toEqual([503, 'credentials_encryption_unavailable'])
  })

  test('may be saved by a plugin below the integration, without a definition of their own', async () => {
    const scope = await scopeOf('admin@acme.test')
    const service = testHost.host.createContainer().cradle.integrationCredentialsService
    await service.save('carrier_parcels.depot-1', { apiKey: 'depot' }, scope)
    expect(await service.saveField('carrier_parcels.depot-1', 'depot', 7, scope)).toEqual({
      apiKey: 'depot',
      depot: 7,
    })
    expect(await service.resolve('carrier_parcels.depot-1', scope)).toEqual({ apiKey: 'depot', depot: 7 })
    expect(await service.resolve('carrier_parcels', scope)).toBeNull()
    expect((await call('get', '/carrier_parcels', ada)).body.hasCredentials).toBe(true)
  })
})

describe('changes', () => {
  test('are audited with who, what and from where to where, without secrets', async () => {
    await call('put', '/carrier_parcels/state', ada).send({ isEnabled: false })
    await call('put', '/carrier_parcels/version', ada).send({ apiVersion: '2025-01' })
    await saveKey(ada, 'top-secret-key')

    const log = await actions(ada)
    expect(log.map(({ commandId }: { commandId: string }) => commandId).sort()).toEqual([
      'integrations.credentials.save',
      'integrations.state.update',
      'integrations.version.update',
    ])
    expect(log).toContainEqual(
      expect.objectContaining({
        commandId: 'integrations.state.update',
        actionLabel: 'Disabled Parcels',
        actorName: 'Ada Admin',
        resourceId: 'carrier_parcels',
        changes: { isEnabled: { from: true, to: false } },
      }),
    )
    expect(JSON.stringify(await sql('select * from action_logs'))).not.toContain('top-secret-key')
    expect(await actions(bea)).toEqual([])
    expect((await request(testHost.listener).get('/api/audit_logs/actions').set('cookie', emil)).status).toBe(
      403,
    )
  })

  test('of the version are limited to those there are', async () => {
    const { status, body } = await call('put', '/carrier_parcels/version', ada).send({ apiVersion: '1999' })
    expect([status, Object.keys(body.fieldErrors)]).toEqual([400, ['apiVersion']])
    expect(await actions(ada)).toEqual([])
  })

  test('of one tenant are not seen by another', async () => {
    await call('put', '/carrier_parcels/state', ada).send({ isEnabled: false })
    await saveKey(ada, 'first')
    await call('post', '/carrier_parcels/health', ada)

    const seen = (await call('get', '/carrier_parcels', bea)).body
    expect(seen.state).toMatchObject({ isEnabled: true, lastHealthStatus: null })
    expect(seen.hasCredentials).toBe(false)
    expect((await call('get', '/logs', bea)).body.total).toBe(0)
    expect((await call('get', '/logs', ada)).body.total).toBe(1)
  })
})

describe('health', () => {
  test('is unconfigured without credentials', async () => {
    const { body } = await call('post', '/carrier_parcels/health', ada)
    expect(body).toMatchObject({ status: 'unconfigured', latencyMs: null })
    expect((await call('get', '', ada)).body.items[0].health).toMatchObject({ status: 'unconfigured' })
  })

  test('is what the integration answers, kept with its latency, and logged when it changes', async () => {
    await saveKey(ada, 'first')
    const scope = await scopeOf('admin@acme.test')
    const given: unknown[] = []
    const container = testHost.host.createContainer()
    container.register({
      parcelsHealth: asValue({
        check: async (credentials: unknown) => {
          given.push(credentials)
          return { status: 'degraded', message: 'Slow today.' }
        },
      }),
    })
    const health = container.cradle.integrationHealthService
    for (let n = 0; n < 2; n++) await health.runHealthCheck('carrier_parcels', scope)

    expect(given).toEqual([{ apiKey: 'first' }, { apiKey: 'first' }])
    expect((await call('get', '/carrier_parcels', ada)).body.state).toMatchObject({
      lastHealthStatus: 'degraded',
      lastHealthLatencyMs: expect.any(Number),
    })
    const log = (await call('get', '/logs?integrationId=carrier_parcels&level=warn', ada)).body
    expect(log).toMatchObject({ total: 1, page: 1, totalPages: 1 })
    expect(log.items[0].message).toBe('Health: degraded. Slow today.')
  })

  test('is unhealthy when the check breaks, without telling the inside', async () => {
    await saveKey(ada, 'first')
    const { status, body } = await call('post', '/carrier_parcels/health', ada)
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'unhealthy', message: 'The check could not be completed.' })
  })
})

async function scopeOf(email: string): Promise<{ tenantId: string; organizationId: string }> {
  const [row] = await sql(
    'select tenant_id as "tenantId", organization_id as "organizationId" from users where email = ?',
    [email],
  )
  return row as { tenantId: string; organizationId: string }
}

async function stored(email: string): Promise<unknown> {
  const service = testHost.host.createContainer().cradle.integrationCredentialsService
  return service.resolve('carrier_parcels', await scopeOf(email))
}
