import { PDF, picture } from '@open-mercato/communication-channels/testing/sample-files'
import fc from 'fast-check'
import { emptyTables } from './support/emptyTables.ts'
import { emptyInbox, receive, threadOf } from './support/inbox.ts'
import { fileOfMaria, type MediaShelf, openShelf, receiveAll, workerOf } from './support/mediaShelf.ts'
import { change, delivery, fromMaria, type Item, MARIA, NOW, textMessage } from './support/payloads.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let shelf: MediaShelf
let photo: Buffer
beforeAll(async () => {
  shop = await openShop()
  shelf = openShelf()
  photo = await picture()
})
beforeEach(async () => {
  await emptyInbox(shop)
  await emptyTables(shop, 'cc_message_files', 'cc_media_uploads', 'cc_media_files')
  shelf.clear()
})
afterAll(async () => {
  shelf.putBack()
  await shop.close()
})

const countOf = async (table: string) =>
  (await shop.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n

/** The same photo as the business’s history tells it: first that there was something, then the file. */
const past = (message: object) =>
  change('history', {
    history: [
      {
        metadata: { phase: 0, chunk_order: 1, progress: 100 },
        threads: [
          {
            id: MARIA.from,
            messages: [
              {
                from: MARIA.from,
                id: 'p1',
                timestamp: String(NOW - 500),
                history_context: { status: 'READ' },
                ...message,
              },
            ],
          },
        ],
      },
    ],
  })
const placeholder = past({ type: 'media_placeholder' })
const fileOfPast = past({ type: 'image', image: { id: 'media.p1', mime_type: 'image/jpeg' } })
const edited = fromMaria({
  id: 'e1',
  type: 'edit',
  content: {
    original_message_id: 'p1',
    message: { type: 'image', image: { id: 'media.p1', mime_type: 'image/jpeg', caption: 'Better' } },
  },
})
const live = fileOfMaria({ id: 'l1' })
const pastLive = fileOfMaria({ id: 'p1', at: NOW - 500 })
const echoed = change('smb_message_echoes', {
  message_echoes: [
    {
      from: '48221234501',
      to: MARIA.from,
      to_user_id: MARIA.from_user_id,
      id: 'b1',
      timestamp: String(NOW - 100),
      type: 'document',
      document: { id: 'media.b1', mime_type: 'application/pdf', filename: 'Offer.pdf' },
    },
  ],
})

describe('a message has its file once', () => {
  it('in whatever order, however often, and together with whatever it is told', async () => {
    shelf.lay('media.p1', photo)
    shelf.lay('media.l1', photo)
    shelf.lay('media.b1', PDF)
    const told: Item[] = [placeholder, fileOfPast, pastLive, edited, live, echoed, textMessage({ id: 't1' })]
    const order = fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 })
    const cuts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(order, cuts, async (items, sizes) => {
        await emptyInbox(shop)
        await emptyTables(shop, 'cc_message_files', 'cc_media_uploads', 'cc_media_files')
        const left = [...items]
        for (const size of sizes) {
          if (left.length > 0)
            expect(await shop.acme.deliver(delivery(shop.acme, left.splice(0, size)))).toBe(200)
          if (size === 1) await shop.drain()
        }
        await shop.drain()
        const files = await shop.sql<{ message: string; media: string; state: string }>(
          `select m.external_message_id as message, f.external_media_id as media, f.state
           from cc_message_files mf join cc_media_files f on f.id = mf.file_id
           join cc_external_messages m on m.id = mf.message_id order by 1`,
        )
        expect(files).toEqual([
          { message: 'b1', media: 'media.b1', state: 'stored' },
          { message: 'l1', media: 'media.l1', state: 'stored' },
          { message: 'p1', media: 'media.p1', state: 'stored' },
        ])
        expect(await countOf('cc_media_files')).toBe(3)
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('the file of a placeholder is told later, and shown where the message is', async () => {
    shelf.lay('media.p1', photo)
    await receive(shop, placeholder)
    expect(await countOf('cc_media_files')).toBe(0)
    await receive(shop, fileOfPast)
    const [message] = await threadOf(shop)
    expect(message).toMatchObject({ origin: 'history', files: [{ state: 'stored', mimeType: 'image/jpeg' }] })
    await receive(shop, edited)
    expect(await threadOf(shop)).toMatchObject([
      {
        content: { caption: 'Better', media: { fileId: message.files[0].id } },
        files: [{ id: message.files[0].id }],
      },
    ])
  })

  it('and no message of another has it', async () => {
    shelf.lay('media.same', photo)
    await receive(
      shop,
      fileOfMaria({ id: 'a', mediaId: 'media.same' }),
      fileOfMaria({ id: 'b', mediaId: 'media.same' }),
      textMessage({ id: 'c' }),
    )
    const thread = await threadOf(shop)
    expect(thread.map((one: { files: unknown[] }) => one.files.length).sort()).toEqual([0, 1, 1])
    const ids = thread.flatMap((one: { files: { id: string }[] }) => one.files.map(({ id }) => id))
    expect(new Set(ids).size).toBe(2)
  })

  it('a message that is words stays words, and has none', async () => {
    await receive(shop, past({ type: 'text', text: { body: 'Hello' } }))
    await receive(shop, pastLive)
    expect(await threadOf(shop)).toMatchObject([{ content: { type: 'text' }, origin: 'live', files: [] }])
    expect(await countOf('cc_media_files')).toBe(0)
  })

  it('what says nothing of where its file is has none', async () => {
    await receive(shop, fileOfMaria({ id: 'a', said: { id: undefined } }))
    expect(await countOf('cc_media_files')).toBe(0)
    expect(await receiveAll(workerOf(shop.host))).toBe(0)
  })

  it('a message that was withdrawn shows none', async () => {
    shelf.lay('media.a', photo)
    await receive(shop, fileOfMaria({ id: 'a' }))
    await receive(shop, fromMaria({ id: 'r', type: 'revoke', content: { original_message_id: 'a' } }))
    expect(await threadOf(shop)).toMatchObject([{ content: { type: 'revoked' }, files: [] }])
  })
})
