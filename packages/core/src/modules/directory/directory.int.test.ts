import { createTestHost, type TestHost } from '../../host/testing.ts'
import { seedTenant } from './lib/seed.ts'

const modules = ['directory', 'auth', 'audit_logs'].map((id) => ({ id, from: '@open-mercato/core' }))

let testHost: TestHost

beforeAll(async () => {
  testHost = await createTestHost({ modules })
}, 60_000)
afterAll(() => testHost?.close())

test('a tenant is made once, with an organization and a data key', async () => {
  const { em, tenantEncryptionService } = testHost.host.createContainer().cradle
  const seed = () => seedTenant({ em, tenantEncryptionService }, { name: 'Cedar Cycles', slug: 'cedar' })
  const first = await seed()
  const again = await seed()
  expect([first.created, again.created]).toEqual([true, false])
  expect(again.tenant.id).toBe(first.tenant.id)
  expect(again.organization).toMatchObject({ id: first.organization.id, name: 'Cedar Cycles', slug: 'cedar' })
  const keys = await em.execute('select 1 from tenant_keys where tenant_id = ?', [first.tenant.id])
  expect(keys).toHaveLength(1)
})

test('a slug that could not stand in an address is refused', async () => {
  const { em, tenantEncryptionService } = testHost.host.createContainer().cradle
  const seeding = seedTenant({ em, tenantEncryptionService }, { name: 'X', slug: 'No Slug' })
  await expect(seeding).rejects.toThrow('single dashes')
})
