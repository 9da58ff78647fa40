import { randomBytes, randomUUID } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { TenantDataEncryptionService } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import { createTestHost, type TestHost } from '../testing.ts'
import { createTenantKeys } from './tenantKeys.ts'

const modules = ['directory', 'auth'].map((id) => ({ id, from: '@open-mercato/core' }))
let test: TestHost

beforeAll(async () => {
  test = await createTestHost({ modules })
}, 60_000)
afterAll(() => test?.close())

const service = () =>
  test.host.createContainer().resolve<TenantDataEncryptionService>('tenantEncryptionService')

it('gives each tenant a key of its own, the same in every process, and stores none in the clear', async () => {
  const [one, other] = [randomUUID(), randomUUID()]
  const second = await test.startAnother()
  const secondService = second
    .createContainer()
    .resolve<TenantDataEncryptionService>('tenantEncryptionService')
  const [mine, theirs, again] = await Promise.all([
    service().getDek(one),
    service().getDek(other),
    secondService.getDek(one),
  ])
  expect(mine.key).not.toBe(theirs.key)
  expect(again.key).toBe(mine.key)
  expect(Buffer.from(mine.key, 'base64')).toHaveLength(32)

  const em = test.host.createContainer().resolve<EntityManager>('em')
  const rows = await em.execute<{ wrapped_key: string }[]>('select wrapped_key from tenant_keys')
  expect(JSON.stringify(rows)).not.toContain(mine.key)
})

it('does not open a key that was wrapped by another master key, and says so', async () => {
  const tenantId = randomUUID()
  await service().getDek(tenantId)
  const keys = createTenantKeys(test.host.orm, randomBytes(32).toString('base64'))
  await expect(keys.getTenantDek(tenantId)).rejects.toThrow('another master key')
  expect(keys.isHealthy()).toBe(false)
})
