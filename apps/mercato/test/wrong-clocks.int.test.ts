import { jest } from '@jest/globals'
import { REREADING_QUEUE } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/rereading/schedule'
import {
  BATCHES_QUEUE,
  FILES_QUEUE,
  INGEST_QUEUE,
  OUTBOX_QUEUE,
  UPLOADS_QUEUE,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/nudge'
import { picture } from '@open-mercato/communication-channels/testing/sample-files'
import { createModuleQueue } from '@open-mercato/queue'
import { customerWrites, outboundAtMeta } from './support/customer.ts'
import { answerIn, threadOf } from './support/inbox.ts'
import { fileOfMaria, type MediaShelf, openShelf } from './support/mediaShelf.ts'
import { delivery, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'
import { uploadTo } from './support/uploads.ts'

const HOUR_MS = 3_600_000
const DAYS_MS = 24 * HOUR_MS

let shop: Shop
let shelf: MediaShelf
let conversationId: string
let channelId: string
beforeAll(async () => {
  shop = await openShop()
  shelf = openShelf()
  conversationId = await customerWrites(shop, 'maria')
  const [row] = await shop.sql<{ id: string }>(
    'select channel_id as id from cc_external_conversations where id = ?',
    [conversationId],
  )
  channelId = row!.id
})
afterEach(() => jest.useRealTimers())
afterAll(async () => {
  shelf.putBack()
  await shop.close()
})

/** This process takes it for so much later than it is; timers run on. */
function clockIsAheadBy(ms: number): void {
  const realDate = Date
  const TIMERS = ['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask'] as const
  const REST = ['clearTimeout', 'clearInterval', 'clearImmediate', 'performance', 'hrtime'] as const
  jest.useFakeTimers({ now: realDate.now() + ms, doNotFake: [...TIMERS, ...REST] })
}

/** What the workers of this process do when they are called. */
async function work(...queues: string[]): Promise<void> {
  for (const queue of queues) await createModuleQueue(queue).enqueue({})
  await shop.host.drain()
}

/** How far ahead of the database's clock the latest one is. */
async function keptBackSeconds(table: string, column = 'next_attempt_at'): Promise<number> {
  const [row] = await shop.sql<{ seconds: number }>(
    `select coalesce(max(extract(epoch from ${column} - now())), 0)::float8 as seconds from ${table}`,
  )
  return row!.seconds
}

describe('a web process whose clock is three hours ahead', () => {
  beforeEach(() => clockIsAheadBy(3 * HOUR_MS))

  it('keeps no delivery back', async () => {
    const mail = delivery(shop.acme, [textMessage({ id: 'ahead', text: 'Are you there?' })])
    expect(await shop.acme.deliver(mail)).toBe(200)
    expect(await keptBackSeconds('cc_webhook_deliveries')).toBeLessThanOrEqual(0)
    jest.useRealTimers()
    await shop.drain()
    const [{ n }] = (await shop.sql<{ n: number }>(
      `select count(*)::int as n from cc_external_messages where external_message_id = 'ahead'`,
    )) as [{ n: number }]
    expect(n).toBe(1)
  })

  it('keeps no answer back, nor its picture, and shows both where they belong in the thread', async () => {
    const { body: file } = await uploadTo(shop, channelId, await picture(), 'cat.jpg').expect(201)
    await answerIn(shop, conversationId, { content: { type: 'text', text: 'On my way' } }).expect(202)
    const image = { type: 'image', media: { fileId: file.file.id } }
    await answerIn(shop, conversationId, { content: image }).expect(202)
    expect(await keptBackSeconds('cc_external_messages')).toBeLessThanOrEqual(0)
    expect(await keptBackSeconds('cc_external_messages', 'sent_at')).toBeLessThanOrEqual(0)
    expect(await keptBackSeconds('cc_media_uploads')).toBeLessThanOrEqual(0)
    jest.useRealTimers()
    await shop.drain()
    expect((await outboundAtMeta(shop)).length).toBeGreaterThanOrEqual(2)
    expect((await threadOf(shop, conversationId)).map((one: { status: string }) => one.status)).not.toContain(
      'queued',
    )
  })

  it('sends nothing before the time it was scheduled for', async () => {
    const scheduledAt = new Date(Date.now() - HOUR_MS).toISOString()
    const content = { type: 'text', text: 'In two hours' }
    const { body } = await answerIn(shop, conversationId, { content, scheduledAt }).expect(202)
    expect(body.message).toMatchObject({ scheduledAt, waiting: { code: 'scheduled' } })
  })

  it('lets what waited for a paused number go when the number is switched on', async () => {
    await shop.sql(
      `insert into cc_circuits (channel_id, tenant_id, organization_id, state, reason, opened_at, retry_at, opens)
       select id, tenant_id, organization_id, 'open', 'account', now(), now() + interval '5 minutes', 1
       from cc_communication_channels where id = ?`,
      [channelId],
    )
    await shop.sql(
      `update cc_external_messages set wait_code = 'circuit_open', next_attempt_at = now() + interval '5 minutes',
         scheduled_at = null where status = 'queued'`,
    )
    const [row] = await shop.sql<{ connection: string }>(
      'select connection_id as connection from cc_communication_channels where id = ?',
      [channelId],
    )
    const path = `/api/channel_whatsapp/connections/${row!.connection}/numbers/${channelId}`
    await shop.acme.admin('put', path).send({ isEnabled: true }).expect(200)
    expect(await keptBackSeconds('cc_external_messages')).toBeLessThanOrEqual(0)
  })
})

it('a web process whose clock is behind shows a person at once what has to be settled', async () => {
  await answerIn(shop, conversationId, { content: { type: 'text', text: 'Did it arrive?' } }).expect(202)
  await shop.sql(
    `update cc_external_messages set status = 'unknown', next_attempt_at = null, updated_at = now() - interval '6 minutes'
     where id = (select id from cc_external_messages where status = 'queued' and scheduled_at is null limit 1)`,
  )
  clockIsAheadBy(-3 * HOUR_MS)
  const { body } = await shop.acme.agent('get', '/api/communication_channels/messages/unsettled').expect(200)
  expect(body.total).toBe(1)
})

describe('a worker whose clock is ahead', () => {
  it('by three hours puts a file off for no longer than another', async () => {
    shelf.lay('media.late', new Error('Not now.'))
    expect(await shop.acme.deliver(delivery(shop.acme, [fileOfMaria({ id: 'late' })]))).toBe(200)
    clockIsAheadBy(3 * HOUR_MS)
    await work(INGEST_QUEUE, FILES_QUEUE)
    const [file] = await shop.sql<{ tries: number }>(
      `select attempt_count as tries from cc_media_files where external_media_id = 'media.late'`,
    )
    expect(file!.tries).toBeGreaterThanOrEqual(1)
    expect(await keptBackSeconds('cc_media_files')).toBeLessThan(60)
  })

  it('by two months drops nothing of the journal, and reads no connection before its time', async () => {
    const days = () =>
      shop.sql<{ day: string }>(
        `select inhrelid::regclass::text as day from pg_inherits
         where inhparent = 'cc_webhook_deliveries'::regclass order by 1`,
      )
    const journal = () => shop.sql<{ id: string }>('select id from cc_webhook_deliveries')
    const before = { days: await days(), read: await keptBackSeconds('wa_connections', 'next_read_at') }
    const kept = await journal()
    expect(kept.length).toBeGreaterThan(0)
    clockIsAheadBy(60 * DAYS_MS)
    await work(INGEST_QUEUE, FILES_QUEUE, UPLOADS_QUEUE, BATCHES_QUEUE, REREADING_QUEUE)
    expect(await days()).toEqual(before.days)
    // Meta may tell more meanwhile.
    expect(await journal()).toEqual(expect.arrayContaining(kept))
    expect(await keptBackSeconds('wa_connections', 'next_read_at')).toBeLessThanOrEqual(before.read)
  })

  it('by three hours sends nothing while the provider lets nothing leave', async () => {
    const items = [
      {
        type: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
        expiresAt: new Date(Date.now() + 2 * HOUR_MS).toISOString(),
      },
    ]
    const restrict = (restrictions: object) =>
      shop.sql('update wa_connections set reported = reported || ?::jsonb', [
        JSON.stringify({ restrictions }),
      ])
    await restrict({ items })
    const { body } = await answerIn(shop, conversationId, {
      content: { type: 'text', text: 'Only later' },
    }).expect(202)
    clockIsAheadBy(3 * HOUR_MS)
    await work(OUTBOX_QUEUE)
    const { status } = (await threadOf(shop, conversationId)).find(
      ({ id }: { id: string }) => id === body.message.id,
    )
    await restrict({ items: [] })
    await shop.acme
      .agent('post', `/api/communication_channels/messages/${body.message.id}/cancel`)
      .expect(200)
    expect(status).toBe('queued')
  })
})
