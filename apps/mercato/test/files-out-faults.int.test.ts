import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { uploadFiles } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/upload/upload-files'
import { claimUploads } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/upload/upload-statements'
import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { picture } from '@open-mercato/communication-channels/testing/sample-files'
import { type DepotShop, openDepotShop } from './support/depotShop.ts'
import { emptyTables } from './support/emptyTables.ts'
import { everythingKept, uploadTo } from './support/uploads.ts'

const inAnHour = () => new Date(Date.now() + 60 * 60 * 1000)

let at: DepotShop
let jpeg: Buffer
beforeAll(async () => {
  at = await openDepotShop()
  jpeg = await picture('jpeg')
})
beforeEach(() => at.reset())
afterAll(() => at.close())

const queue = async () => {
  const fileId = await at.upload(jpeg, 'tent.jpg')
  await at.send({ type: 'image', media: { fileId } }).expect(202)
  return fileId
}
const statuses = async () => (await at.sent()).map(({ status }) => status)

/** A process that dies leaves what it wrote down before. Here it waits for ever instead. */
async function dieIn(method: 'uploadMedia' | 'sendContent', isTaken: boolean): Promise<void> {
  const adapter = at.pigeons.adapter as unknown as Record<string, (input: unknown) => Promise<unknown>>
  const whole = adapter[method]!
  try {
    await new Promise<void>((died, fail) => {
      adapter[method] = async (input) => {
        if (isTaken) await whole(input)
        died()
        return new Promise(() => {})
      }
      at.drain().then(() => fail(new Error('nobody died')), fail)
    })
  } finally {
    adapter[method] = whole
  }
}

const context = () => {
  const container = at.shop.host.createContainer()
  return {
    em: container.resolve<EntityManager>('em'),
    encryption: container.resolve<TenantEncryptionService>('tenantEncryptionService'),
    resolve: <T>(name: string) => container.resolve<T>(name),
    now: () => new Date(),
    random: () => 0,
  }
}

/** They go by the database's clock. */
const letLeasesRunOut = () =>
  at.shop.sql(`update cc_media_uploads set claimed_until = now() - interval '1 second'`)

describe('a process that dies', () => {
  it.each([
    ['before the provider has the file', false],
    ['when the provider has the file and nobody wrote it down', true],
  ])('%s costs time, nothing else', async (_, isTaken) => {
    await queue()
    await dieIn('uploadMedia', isTaken)
    await at.drain()
    expect(await statuses()).toEqual(['queued'])
    await letLeasesRunOut()
    await at.drain(inAnHour())
    expect(await statuses()).toEqual(['sent'])
    expect(at.depot.carried).toHaveLength(1)
  })

  it('right after the file was handed over leaves a message that is due', async () => {
    await queue()
    expect(await uploadFiles(context())).toBe(1)
    const rows = await at.shop.sql<{ due: boolean }>(
      `select next_attempt_at is not null as due from cc_external_messages where direction = 'outbound'`,
    )
    expect(rows).toEqual([{ due: true }])
    await at.drain()
    expect(at.depot.carried).toHaveLength(1)
  })

  it('while it sends leaves a message that is unknown, as every one, and sends no second', async () => {
    await queue()
    await dieIn('sendContent', true)
    await at.drain(inAnHour())
    expect(await statuses()).toEqual(['unknown'])
    expect(at.depot.carried).toHaveLength(1)
    expect(at.depot.handedIn).toHaveLength(1)
  })

  it('late, whose work somebody else has done meanwhile, changes nothing', async () => {
    await queue()
    let wake = () => {}
    const whole = at.pigeons.adapter.uploadMedia!
    const asleep = new Promise<void>((resolve) => {
      wake = resolve
    })
    const started = new Promise<void>((begin) => {
      at.pigeons.adapter.uploadMedia = async (input) => {
        begin()
        await asleep
        return whole(input)
      }
    })
    const late = uploadFiles(context())
    await started
    at.pigeons.adapter.uploadMedia = whole
    await letLeasesRunOut()
    await at.drain(inAnHour())
    wake()
    await late
    await at.drain(inAnHour())
    const [upload] = await at.shop.sql<{ id: string }>('select external_media_id as id from cc_media_uploads')
    expect(upload!.id).toBe(at.depot.handedIn[0]!.id)
    expect(at.depot.handedIn).toHaveLength(2)
    expect(at.depot.carried).toHaveLength(1)
  })
})

it('two processes hand a file over once, and send each message once', async () => {
  const another = await at.shop.startAnother()
  for (let times = 0; times < 6; times++) await queue()
  await Promise.all([drainHub(at.shop.host), drainHub(another), drainHub(at.shop.host)])
  await at.drain()
  expect(await statuses()).toEqual(Array(6).fill('sent'))
  expect(at.depot.handedIn).toHaveLength(6)
  expect(at.depot.carried).toHaveLength(6)
})

it('two files of one message that are handed over at the same moment let it go, once', async () => {
  const cards = []
  for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) {
    const media = { fileId: await at.upload(jpeg, name) }
    const action = { type: 'url', label: 'Open', url: 'https://shop.example/' }
    cards.push({ header: { type: 'image', media }, body: 'x', action })
  }
  await at.send({ type: 'interactive', kind: 'carousel', body: 'x', cards }).expect(202)
  expect(await uploadFiles(context())).toBe(3)
  await at.drain()
  expect(await statuses()).toEqual(['sent'])
})

it('a hand-over that takes longer is told to those who look at the thread, once', async () => {
  at.depot.next.push('storm', 'storm')
  await queue()
  await emptyTables(at.shop, 'cc_outgoing_events')
  const told = () => at.shop.sql('select payload from cc_outgoing_events')
  await uploadFiles(context())
  expect(await told()).toMatchObject([{ payload: { conversationId: at.conversationId, status: 'queued' } }])
  await uploadFiles({ ...context(), now: inAnHour })
  expect(await told()).toHaveLength(1)
})

it('many files of one tenant do not keep another one waiting', async () => {
  for (let times = 0; times < 4; times++) await queue()
  await at.shop.sql(
    `with theirs as (
       select id as channel_id, tenant_id, organization_id from cc_communication_channels where tenant_id = ? limit 1
     ), file as (
       insert into cc_media_files (id, tenant_id, organization_id, origin, state)
       select gen_random_uuid(), tenant_id, organization_id, 'uploaded', 'stored' from theirs returning id
     )
     insert into cc_media_uploads (id, tenant_id, organization_id, channel_id, file_id, state, next_attempt_at)
     select gen_random_uuid(), tenant_id, organization_id, channel_id, file.id, 'waiting', now() from theirs, file`,
    [at.shop.birch.tenantId],
  )
  const claimed = await context()
    .em.fork()
    .transactional((tx) => claimUploads(dbOf(tx), inAnHour(), 1000, 2))
  expect(claimed.map(({ tenantId }) => tenantId)).toContain(at.shop.birch.tenantId)
})

it('a failed hand-over is told to those who look at the thread', async () => {
  at.depot.next.push('refused')
  await queue()
  await emptyTables(at.shop, 'cc_outgoing_events')
  await uploadFiles(context())
  expect(await at.shop.sql('select event, payload from cc_outgoing_events')).toMatchObject([
    {
      event: 'communication_channels.message.status_changed',
      payload: { conversationId: at.conversationId, status: 'failed', direction: 'outbound' },
    },
  ])
})

it('a switched-off channel hands nothing over, and the message says why', async () => {
  await queue()
  await at.shop.sql('update cc_communication_channels set is_enabled = false where id = ?', [at.channelId])
  await at.drain()
  expect(await at.sent()).toMatchObject([{ status: 'failed', error: { code: 'channel_disabled' } }])
  expect(at.depot.handedIn).toEqual([])
})

describe('a storage', () => {
  const folder = () => join(at.shop.dataDir, 'attachments')

  it('that takes nothing refuses the upload, and nothing is left behind', async () => {
    await mkdir(at.shop.dataDir, { recursive: true })
    await writeFile(folder(), 'in the way')
    const { body, status } = await uploadTo(at.shop, at.channelId, jpeg, 'tent.jpg')
    expect(status).toBe(503)
    expect(body).toMatchObject({ code: expect.stringMatching(/^storage_/), action: expect.any(String) })
    expect(await everythingKept(at.shop)).toMatchObject({ files: 0, attachments: 0, stored: 0 })
  })

  it('that gives nothing for a while is asked again', async () => {
    await queue()
    await rename(folder(), `${folder()}-gone`)
    await writeFile(folder(), 'in the way')
    await at.drain()
    expect(await at.sent()).toMatchObject([
      { status: 'queued', error: { code: expect.stringMatching(/^storage_/) } },
    ])
    await rm(folder())
    await rename(`${folder()}-gone`, folder())
    await at.drain(inAnHour())
    expect(await statuses()).toEqual(['sent'])
  })

  it('that has lost the file fails the message visibly', async () => {
    await queue()
    await rm(folder(), { recursive: true })
    await at.drain()
    expect(await at.sent()).toMatchObject([{ status: 'failed', error: { code: 'storage_file_missing' } }])
  })
})
