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

it('is cancelled in the middle: what is in stays, nothing more comes in, and the same list brings the rest', async () => {
  const list = csvOf(people(1_500, 30_000))
  const { id } = await desk.checked(list)
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
  expect(await desk.imported(list)).toMatchObject({ repeated: 1_000, recorded: 500 })
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

it('keeps nothing of rows that were not recorded once nobody has gone on with it for a month', async () => {
  await shop.acme
    .admin('post', '/api/communication_channels/consents')
    .set('idempotency-key', 'stop')
    .send({
      ...{
        phone: phoneNumber(36_000),
        purposes: ['marketing'],
        change: 'opt_out',
        source: 'staff',
        evidence: {},
      },
      occurredAt: '2026-06-01T00:00:00Z',
    })
    .expect(201)
  const rows = [...people(2, 36_000), agreed('Maria')]
  const finished = await desk.imported(csvOf(rows))
  expect((await desk.rows(finished.id, '?state=overruled')).items).toMatchObject([
    { line: 2, phone: '+48601536000' },
  ])
  const waiting = await desk.checked(csvOf(people(2, 36_500).concat(agreed('Joanna'))))
  const recent = await desk.checked(csvOf(people(2, 36_700).concat(agreed('Zofia'))))
  const age = (days: number, ids: string[]) =>
    shop.sql(
      `update cc_consent_imports set updated_at = now() - make_interval(days => ?) where id = any(?::uuid[])`,
      [days, `{${ids.join()}}`],
    )
  await age(31, [finished.id, waiting.id])
  await age(29, [recent.id])
  await shop.drain()

  const emptied = { emptiedAt: expect.any(String) }
  expect(await desk.importOf(finished.id)).toMatchObject({
    ...emptied,
    state: 'finished',
    recorded: 2,
    faulty: 1,
  })
  expect((await desk.rows(finished.id)).items).toMatchObject([
    { line: 4, phone: null, problems: [{ code: 'phone_invalid', column: 'phone' }] },
  ])
  expect((await desk.rows(finished.id, '?state=overruled')).items).toMatchObject([{ line: 2, phone: null }])
  expect(await desk.file(`imports/${finished.id}/rows/export`)).not.toContain('Maria')
  expect(await desk.importOf(waiting.id)).toMatchObject({ ...emptied, state: 'cancelled' })
  expect((await desk.steer(waiting.id, 'start').expect(409)).body).toMatchObject({ code: 'import_over' })
  expect(await desk.importOf(recent.id)).toMatchObject({ emptiedAt: null, state: 'checked' })
  expect((await desk.rows(recent.id)).items).toMatchObject([{ phone: 'Zofia' }])
  const kept = await shop.sql<{ id: string; rows: number }>(
    `select import_id as id, count(*)::int as rows from cc_consent_import_rows where cells <> '' group by import_id`,
  )
  expect(kept.filter(({ id }) => [finished.id, waiting.id].includes(id))).toEqual([])
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

it('goes on behind a row that is longer than any row may be, and says what it is', async () => {
  const long = { ...agreed(phoneNumber(70_001)), text: 'x'.repeat(70_000) }
  const rows = [agreed(phoneNumber(70_000)), long, agreed(phoneNumber(70_002))]
  const checked = await desk.checked(csvOf(rows))
  expect(checked).toMatchObject({ state: 'checked', sound: 2, faulty: 1 })
  const { items } = await desk.rows(checked.id)
  expect(items).toMatchObject([{ line: 3, problems: [{ code: 'too_long', column: 'text' }] }])
})
