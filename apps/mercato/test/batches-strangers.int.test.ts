import { jest } from '@jest/globals'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import { getChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter-registry-singleton'
import { dbOf, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { holdRealm } from '@open-mercato/communication-channels/modules/communication_channels/lib/identity/realm'
import { type BatchDesk, openBatchDesk, order, phones } from './support/batchDesk.ts'
import { openShop, type Shop } from './support/shop.ts'

// People of whom nothing is known: there is no basis on which to write to them.

let shop: Shop
let desk: BatchDesk
beforeAll(async () => {
  shop = await openShop()
  desk = await openBatchDesk(shop)
})
afterEach(async () => {
  jest.restoreAllMocks()
  await desk.clear()
})
afterAll(() => shop.close())

const sendToStrangers = async (from: number): Promise<string> =>
  (await desk.ask({ content: order(), recipients: phones(3, from) }).expect(202)).body.batch.id

it('strangers are refused, each with the reason, and nothing is left behind of them', async () => {
  const contacts = () => shop.sql('select id from cc_external_contacts')
  const before = await contacts()
  const id = await sendToStrangers(500_000)
  await shop.drain()
  expect(await desk.batchOf(id)).toMatchObject({ state: 'finished', counts: { refused: 3 } })
  expect((await desk.report(id)).items).toMatchObject(
    Array.from({ length: 3 }, () => ({ error: { code: 'no_basis', action: expect.any(String) } })),
  )
  expect(await contacts()).toEqual(before)
})

it('nobody who writes waits while it is worked out why strangers are refused', async () => {
  const { tenantId } = shop.acme
  const [row] = await shop.sql<{ id: string }>(
    'select organization_id as id from cc_communication_channels where tenant_id = ? limit 1',
    [tenantId],
  )
  const realm = { tenantId, organizationId: row!.id, providerKey: 'whatsapp' }
  const isFree = () =>
    shop.host
      .createContainer()
      .resolve<EntityManager>('em')
      .fork()
      .transactional(async (tx) => {
        await sql`set local lock_timeout = '1s'`.execute(dbOf(tx))
        await holdRealm(dbOf(tx), realm)
        return true
      })
      .catch(() => false)
  const adapter = getChannelAdapter('whatsapp') as Required<ChannelAdapter>
  const { describeTemplates } = adapter
  const found: boolean[] = []
  jest.spyOn(adapter, 'describeTemplates').mockImplementation(async (input) => {
    found.push(await isFree())
    return describeTemplates(input)
  })
  await sendToStrangers(510_000)
  await shop.drain()
  expect(found).toEqual([true])
})

it('strangers are not refused for what stands against everybody', async () => {
  const id = await sendToStrangers(520_000)
  await shop.sql(`update wa_numbers set status = 'BANNED'`)
  await shop.drain()
  await shop.sql(`update wa_numbers set status = 'CONNECTED'`)
  expect(await desk.batchOf(id)).toMatchObject({
    state: 'paused',
    problem: { code: 'sender_blocked' },
    counts: { waiting: 3, refused: 0 },
  })
})
