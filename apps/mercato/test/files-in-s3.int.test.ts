/// <reference path="../../../packages/core/src/modules/attachments/lib/drivers/s3rver.d.ts" />
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleFile } from '@open-mercato/whatsapp-simulator'
import S3rver from 's3rver'
import { drainLater, fetchFile, lastMessage, mariaSends } from './support/receivedFiles.ts'
import { openShop, type Shop } from './support/shop.ts'

// The shop keeps its files in an S3 service, which goes down and comes back at the same address, with what it had.

let folder: string
let service: S3rver | null
let port = 0
let shop: Shop
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-'))
  await comesUp()
  shop = await openShop({
    attachmentsS3: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'files',
      prefix: 'shop',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      pathStyle: true,
    },
  })
})
afterAll(async () => {
  await shop?.close()
  await goesDown()
  await rm(folder, { recursive: true, force: true })
})

async function comesUp(): Promise<void> {
  const configureBuckets = [{ name: 'files', configs: [] }]
  service = new S3rver({ port, address: '127.0.0.1', silent: true, directory: folder, configureBuckets })
  port = (await service.run()).port
}
async function goesDown(): Promise<void> {
  await service?.close()
  service = null
}
const objects = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('._S3rver_object'))
const { bytes: photo } = sampleFile('photo')

describe('a picture that a customer sends', () => {
  it('is kept in the service, with its small copy, and read from there', async () => {
    await mariaSends(shop, 'image', null)
    await shop.drain()
    const [file] = (await lastMessage(shop)).files
    expect(file).toMatchObject({ state: 'stored', error: null })
    expect(await objects()).toHaveLength(2)
    expect((await fetchFile(shop, file.url).expect(200)).body.equals(photo)).toBe(true)
    const part = await fetchFile(shop, file.url, { range: 'bytes=0-9' }).expect(206)
    expect(part.body.equals(photo.subarray(0, 10))).toBe(true)
  })

  it('waits while the service is down and says so, and what is there already answers that it cannot be read', async () => {
    const [old] = (await lastMessage(shop)).files
    await goesDown()
    const { body } = await shop.acme.agent('get', old.url).expect(503)
    expect(body).toEqual({
      error: expect.any(String),
      code: 'file_unreadable_now',
      action: expect.any(String),
    })

    await mariaSends(shop, 'image', null)
    await shop.drain()
    const [file] = (await lastMessage(shop)).files
    expect(file).toMatchObject({
      state: 'waiting',
      isRetrying: true,
      url: null,
      error: { code: 'storage_unavailable' },
    })
    await shop.acme.agent('get', `/api/communication_channels/files/${file.id}/content`).expect(409)
    await drainLater(shop, 2)
    expect((await lastMessage(shop)).files).toMatchObject([{ state: 'waiting', isRetrying: true }])
  })

  it('is stored once the service is back, once, and nothing that was there is gone', async () => {
    const [waiting] = (await lastMessage(shop)).files
    await comesUp()
    for (let hours = 6; hours <= 24; hours += 6) await drainLater(shop, hours)
    const [file] = (await lastMessage(shop)).files
    expect(file).toMatchObject({ id: waiting.id, state: 'stored', isRetrying: false, error: null })
    expect(await objects()).toHaveLength(4)
    expect((await fetchFile(shop, file.url).expect(200)).body.equals(photo)).toBe(true)
    const stored = await shop.sql<{ id: string }>("select id from cc_media_files where state = 'stored'")
    expect(stored).toHaveLength(2)
    for (const { id } of stored)
      await fetchFile(shop, `/api/communication_channels/files/${id}/content`).expect(200)
  })
})
