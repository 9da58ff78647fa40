import { picture } from '@open-mercato/communication-channels/testing/sample-files'
import { type DepotShop, openDepotShop } from './support/depotShop.ts'
import { everythingKept, uploadTo } from './support/uploads.ts'

// One agent hands in far more at once than anybody works with.

let at: DepotShop
beforeAll(async () => {
  at = await openDepotShop()
})
afterAll(() => at.close())

it('who hands in a hundred files at once waits for them, is told where it is too many, and holds up nobody else', async () => {
  const { shop, channelId } = at
  const jpeg = await picture('jpeg', 2000, 1500)
  let isFlooding = true
  const flood = Promise.all(
    Array.from({ length: 100 }, async () => await uploadTo(shop, channelId, jpeg, 'tent.jpg')),
  ).finally(() => {
    isFlooding = false
  })
  const [birchChannel] = (await shop.birch.agent('get', '/api/communication_channels/channels').expect(200))
    .body.items
  const query = new URLSearchParams({ channelId: birchChannel.id, fileName: 'book.jpg' })
  await shop.birch
    .agent('post', `/api/communication_channels/files?${query}`)
    .set('content-type', 'application/octet-stream')
    .serialize((body) => body)
    .send(await picture())
    .expect(201)
  expect(isFlooding).toBe(true)

  const answers = await flood
  const taken = answers.filter(({ status }) => status === 201)
  const refused = answers.filter(({ status }) => status !== 201)
  expect(taken.length).toBeGreaterThanOrEqual(50)
  expect(refused.length).toBeGreaterThan(0)
  for (const { status, body } of refused) {
    expect({ status, body }).toMatchObject({
      status: 429,
      body: { code: 'files_busy', action: expect.any(String) },
    })
  }
  expect(await everythingKept(shop)).toMatchObject({ files: taken.length + 1 })
  await uploadTo(shop, channelId, jpeg, 'tent.jpg').expect(201)
})
