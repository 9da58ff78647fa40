import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EntityManager } from '@mikro-orm/postgresql'
import { createTestHost, type TestHost } from './testing.ts'

const modules = ['directory', 'auth', 'audit_logs', 'scheduler'].map((id) => ({
  id,
  from: '@open-mercato/core',
}))
let test: TestHost
let server: Server
let base: string

beforeAll(async () => {
  test = await createTestHost({ modules })
  server = createServer((incoming, outgoing) => void test.listener(incoming, outgoing))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}, 60_000)

afterAll(async () => {
  server?.closeAllConnections()
  await new Promise((done) => server?.close(done))
  await test?.close()
})

const call = (path: string, init: RequestInit = {}) =>
  test.host.fetch(new Request(`http://localhost:3000${path}`, init))

it('signs a seeded user in and says who they are', async () => {
  const { cookie, token } = await test.signIn('admin@acme.test')
  const proofs: HeadersInit[] = [{ cookie }, { authorization: `Bearer ${token}` }]
  for (const headers of proofs) {
    const response = await call('/api/auth/profile', { headers })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      user: { email: 'admin@acme.test' },
      tenant: { name: 'Acme Outdoor' },
    })
  }
})

it('answers 401 to nobody, 404 to an unknown path and 405 to a method that is not there', async () => {
  expect((await call('/api/auth/profile')).status).toBe(401)
  expect((await call('/api/nowhere')).status).toBe(404)
  expect((await call('/api/auth/profile', { method: 'DELETE' })).status).toBe(405)
})

it('refuses a right that the role does not have', async () => {
  const { cookie } = await test.signIn('agent@acme.test')
  const response = await call('/api/audit_logs/actions', { headers: { cookie } })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'forbidden' })
})

it('refuses what another site makes the browser send with the cookie', async () => {
  const { cookie } = await test.signIn('agent@acme.test')
  const headers = { cookie, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  const response = await call('/api/auth/logout', { method: 'POST', headers })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'csrf' })
})

it('names the field that is wrong', async () => {
  const headers = { 'content-type': 'application/json' }
  const response = await call('/api/auth/login', { method: 'POST', headers, body: '{"email":"x"}' })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'invalid_input',
    fieldErrors: { email: expect.any(String), password: expect.any(String) },
  })
})

it('stops a body that is too large, with its length declared and without', async () => {
  const body = 'x'.repeat(20_000)
  const declared = await fetch(`${base}/api/auth/login`, { method: 'POST', body })
  expect(declared.status).toBe(413)
  const chunks = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(body))
      controller.close()
    },
  })
  const chunked = await fetch(`${base}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: chunks,
    duplex: 'half',
  } as RequestInit)
  expect(chunked.status).toBe(413)
})

it('sends the security headers with every answer', async () => {
  const response = await call('/healthz')
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

it('describes every route', async () => {
  const document = (await (await call('/api/openapi.json')).json()) as { paths: Record<string, object> }
  const routes = test.host.modules.flatMap((module) => module.routes)
  expect(routes.length).toBeGreaterThan(3)
  expect(Object.keys(document.paths)).toHaveLength(new Set(routes.map((route) => route.path)).size)
})

it('keeps one book of migrations per module and runs none twice', async () => {
  await test.host.migrate()
  const em = test.host.createContainer().resolve<EntityManager>('em')
  const rows = await em.execute<{ name: string }[]>(
    "select table_name as name from information_schema.tables where table_name like 'mikro_orm_migrations%'",
  )
  const books = ['host', ...modules.map(({ id }) => id)].map((id) => `mikro_orm_migrations_${id}`)
  expect(rows.map(({ name }) => name).sort()).toEqual(books.sort())
})

it('gives tenants that exist the rights that a newer version brings', async () => {
  const em = () => test.host.orm.em.fork()
  const rights = () =>
    em().execute<{ features: string[] }[]>(
      `select a.features_json as features from role_acls a join roles r on r.id = a.role_id
       where r.name = 'admin' order by a.id`,
    )
  const before = await rights()
  await em().execute(`update role_acls set features_json = '[]' where role_id in
    (select id from roles where name = 'admin')`)
  await test.host.renewTenants()
  expect(before[0]!.features.length).toBeGreaterThan(0)
  expect(await rights()).toEqual(before)
})

it('seeds again without making anything twice', async () => {
  await test.host.seed()
  const em = test.host.createContainer().resolve<EntityManager>('em')
  const [row] = await em.execute<{ users: number; tenants: number }[]>(
    'select (select count(*)::int from users) as users, (select count(*)::int from tenants) as tenants',
  )
  expect(row).toEqual({ users: 4, tenants: 2 })
})

it('gives each container an entity manager of its own, shared by its services', async () => {
  const [one, other] = [test.host.createContainer(), test.host.createContainer()]
  expect(one.resolve('em')).toBe(one.resolve('em'))
  expect(one.resolve('em')).not.toBe(other.resolve('em'))
  expect(one.resolve('settings')).not.toHaveProperty('masterKey')
})
