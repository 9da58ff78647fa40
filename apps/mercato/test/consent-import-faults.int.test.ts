import type { EntityManager } from '@mikro-orm/postgresql'
import { claimImport } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/import/run/claim-import'
import { recordRows } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/import/run/record-rows'
import { workImports } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/import/run/work-imports'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { agreed, csvOf, type ImportDesk, openImportDesk, phoneNumber } from './support/consentList.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let desk: ImportDesk
beforeAll(async () => {
  shop = await openShop()
  desk = openImportDesk(shop)
})
afterAll(() => shop.close())

const people = (count: number, from: number) =>
  Array.from({ length: count }, (_, nth) => agreed(phoneNumber(from + nth)))

/** A worker that is gone after so many things that it sealed or opened. */
async function workUntil(afterCalls: number): Promise<void> {
  const container = shop.host.createContainer()
  const encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
  let calls = 0
  const dying = new Proxy(encryption, {
    get(target, name, receiver) {
      if (name === 'encryptEntityPayload' && ++calls > afterCalls) throw new Error('The process is gone.')
      const value = Reflect.get(target, name, receiver)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const em = container.resolve<EntityManager>('em')
  await workImports({ em, encryption: dying, now: () => new Date() })
}

const leaseEnds = (id: string) =>
  shop.sql(`update cc_consent_imports set claimed_until = now() - interval '1 second' where id = ?`, [id])

it('goes on where it was when whoever checked it, and whoever recorded it, died in the middle', async () => {
  const rows = [...people(1_100, 1_000), agreed('nobody'), agreed(phoneNumber(1_000))]
  const { body } = await desk.upload(csvOf(rows)).expect(202)
  const { id } = body.import
  await workUntil(1_050)
  expect(await desk.importOf(id)).toMatchObject({ state: 'checking', total: 1_000 })
  await shop.drain()
  expect(await desk.importOf(id)).toMatchObject({ state: 'checking' })
  await leaseEnds(id)
  await shop.drain()
  const checked = { state: 'checked', total: 1_102, sound: 1_100, faulty: 2 }
  expect(await desk.importOf(id)).toMatchObject(checked)

  await desk.steer(id, 'start').expect(200)
  await workUntil(1_700)
  const halfway = await desk.importOf(id)
  expect(halfway.done).toBeGreaterThan(0)
  expect(halfway.done).toBeLessThan(1_100)
  await leaseEnds(id)
  await shop.drain()
  expect(await desk.importOf(id)).toMatchObject({
    ...checked,
    state: 'finished',
    done: 1_100,
    recorded: 1_100,
  })
  const [counted] = await shop.sql<{ events: number; people: number }>(
    `select count(*)::int as events, count(distinct identity_id)::int as people from cc_consent_events`,
  )
  expect(counted).toEqual({ events: 1_100, people: 1_100 })
})

it('takes 10,000 rows, tells of its progress, and keeps nothing of what is recorded but the ledger', async () => {
  const rows = people(10_000, 10_000).map((row, nth) => (nth % 1_000 === 7 ? { ...row, agreed_at: '' } : row))
  const found = await desk.imported(csvOf(rows, ';'))
  expect(found).toMatchObject({ state: 'finished', total: 10_000, faulty: 10, recorded: 9_990, done: 9_990 })
  const { items } = await desk.rows(found.id, '?limit=100')
  expect(items.map(({ line }: { line: number }) => line)).toEqual(
    Array.from({ length: 10 }, (_, nth) => nth * 1_000 + 9),
  )
  const [kept] = await shop.sql<{ rows: number; file: boolean }>(
    `select (select count(*)::int from cc_consent_import_rows where import_id = i.id and cells <> '') as rows,
            i.file is not null as file from cc_consent_imports i where i.id = ?`,
    [found.id],
  )
  expect(kept).toEqual({ rows: 10, file: false })
}, 120_000)

it('is cancelled in the middle: what is in stays, and nothing more comes in', async () => {
  const { id } = await desk.checked(csvOf(people(1_500, 30_000)))
  await desk.steer(id, 'start').expect(200)
  const container = shop.host.createContainer()
  await workImports({
    em: container.resolve<EntityManager>('em'),
    encryption: container.resolve<TenantEncryptionService>('tenantEncryptionService'),
    now: () => new Date(),
  })
  await desk.steer(id, 'cancel').expect(200)
  await shop.drain()
  const found = await desk.importOf(id)
  expect(found).toMatchObject({ state: 'cancelled', total: 1_500, finishedAt: expect.any(String) })
  expect(found.recorded).toBe(1_000)
})

it('is not finished by a worker that has taken it on before it was cancelled', async () => {
  const { id } = await desk.checked(csvOf(people(2, 35_000)))
  await desk.steer(id, 'start').expect(200)
  const container = shop.host.createContainer()
  const em = container.resolve<EntityManager>('em')
  const encryption = container.resolve<TenantEncryptionService>('tenantEncryptionService')
  const claimed = await claimImport(dbOf(em.fork()), encryption, id)
  await desk.steer(id, 'cancel').expect(200)
  expect(await recordRows(em, encryption, claimed!, new Date())).toBe(0)
  expect(await desk.importOf(id)).toMatchObject({ state: 'cancelled', recorded: 0 })
})

it('ends, and says so, where nobody can work on it', async () => {
  const { body } = await desk.upload(csvOf(people(3, 40_000))).expect(202)
  const { id } = body.import
  for (let attempt = 0; attempt < 10; attempt++) {
    await workUntil(0)
    await leaseEnds(id)
  }
  expect(await desk.importOf(id)).toMatchObject({ state: 'checking' })
  await shop.drain()
  expect(await desk.importOf(id)).toMatchObject({ state: 'failed', problem: { code: 'import_not_worked' } })
})
