import { generateDek } from './aes.ts'
import { TenantDataEncryptionService } from './tenantDataEncryptionService.ts'

const ENTITY = 'inbox:contact'

function createService() {
  const keys = new Map<string, string>()
  const made: string[] = []
  const kms = {
    getTenantDek: async () => null,
    createTenantDek: async (tenantId: string) => {
      made.push(tenantId)
      keys.set(tenantId, keys.get(tenantId) ?? generateDek())
      return { tenantId, key: keys.get(tenantId)!, fetchedAt: 0 }
    },
    isHealthy: () => true,
  }
  const maps = [{ entityId: ENTITY, fields: [{ field: 'display_name' }, { field: 'phone' }] }]
  return { service: new TenantDataEncryptionService({ kms, maps }), made }
}

it('takes columns and properties, strings only, and leaves the rest alone', async () => {
  const { service } = createService()
  const plain = { displayName: 'Maria', phone: null, city: 'Łódź' }
  const sealed = await service.encryptEntityPayload(ENTITY, plain, 'a')
  expect(sealed).toMatchObject({ phone: null, city: 'Łódź' })
  expect(sealed.displayName).not.toContain('Maria')
  expect(await service.decryptEntityPayload(ENTITY, sealed, 'a')).toEqual(plain)

  const columns = await service.encryptEntityPayload(ENTITY, { display_name: 'Maria' }, 'a')
  expect(await service.decryptEntityPayload(ENTITY, columns, 'a')).toEqual({ display_name: 'Maria' })
})

it('does not encrypt twice, and does encrypt what only looks encrypted', async () => {
  const { service } = createService()
  const once = await service.encryptEntityPayload(ENTITY, { phone: '+48 1' }, 'a')
  expect(await service.encryptEntityPayload(ENTITY, once, 'a')).toEqual(once)

  const lookalike = await service.encryptEntityPayload(ENTITY, once, 'b')
  expect(lookalike).not.toEqual(once)
  expect(await service.decryptEntityPayload(ENTITY, lookalike, 'b')).toEqual(once)
})

it('keeps what was moved to another tenant or column shut', async () => {
  const { service } = createService()
  const sealed = await service.encryptEntityPayload(ENTITY, { phone: '+48 1' }, 'a')
  expect(await service.decryptEntityPayload(ENTITY, sealed, 'b')).toEqual(sealed)
  const moved = { displayName: sealed.phone }
  expect(await service.decryptEntityPayload(ENTITY, moved, 'a')).toEqual(moved)
})

it('leaves plain text alone and refuses to write without a tenant', async () => {
  const { service } = createService()
  expect(await service.decryptEntityPayload(ENTITY, { phone: '12:30:45:v1' }, 'a')).toEqual({
    phone: '12:30:45:v1',
  })
  await expect(service.encryptEntityPayload(ENTITY, { phone: '+48 1' }, null)).rejects.toThrow(
    'needs a tenant',
  )
})

it('asks for a tenant’s key once', async () => {
  const { service, made } = createService()
  await Promise.all([service.getDek('a'), service.getDek('a'), service.getDek('b')])
  expect(made).toEqual(['a', 'b'])
})
