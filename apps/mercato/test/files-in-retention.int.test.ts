import { randomUUID } from 'node:crypto'
import { retireFiles } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/store/retire-files'
import { storeBytes } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/store/store-bytes'
import { PDF, picture } from '@open-mercato/communication-channels/testing/sample-files'
import { StorageError } from '@open-mercato/core/modules/attachments/lib/drivers/storage-error'
import { emptyTables } from './support/emptyTables.ts'
import { type FaultyStorage, useFaultyStorage } from './support/faultyStorage.ts'
import { emptyInbox, receive, threadOf } from './support/inbox.ts'
import { fileOfMaria, type MediaShelf, openShelf, workerOf } from './support/mediaShelf.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let shelf: MediaShelf
let storage: FaultyStorage
let photo: Buffer
beforeAll(async () => {
  shop = await openShop()
  shelf = openShelf()
  storage = await useFaultyStorage(shop)
  photo = await picture()
})
beforeEach(async () => {
  await emptyInbox(shop)
  await retire(1000)
  await emptyTables(
    shop,
    'cc_message_files',
    'cc_media_uploads',
    'cc_media_files',
    'cc_settings',
    'attachments',
  )
})
afterAll(async () => {
  shelf.putBack()
  await shop.close()
})

const retire = (days: number) => {
  const { em, resolve } = workerOf(shop.host)
  return retireFiles({ em, resolve, now: new Date(Date.now() + days * 86_400_000) })
}
const scope = async () => {
  const [row] = await shop.sql<{ tenantId: string; organizationId: string }>(
    `select tenant_id as "tenantId", id as "organizationId" from organizations where tenant_id = ?`,
    [shop.acme.tenantId],
  )
  return row!
}
const keepFor = async (days: number | null) => {
  const { tenantId, organizationId } = await scope()
  await shop.sql(
    'insert into cc_settings (tenant_id, organization_id, file_retention_days) values (?, ?, ?)',
    [tenantId, organizationId, days],
  )
}
const receivePhoto = async () => {
  shelf.lay('media.a', photo)
  await receive(shop, fileOfMaria({ id: 'a' }))
  return (await threadOf(shop))[0].files[0]
}

describe('a time after which received files are removed', () => {
  it('removes their bytes, copies too, and leaves the message, which says so', async () => {
    await keepFor(30)
    const { id, url } = await receivePhoto()
    expect(await storage.count()).toBe(2)
    expect(await retire(29.9)).toBe(0)
    expect(await retire(30.1)).toBe(1)
    expect(await storage.count()).toBe(0)
    expect(await shop.sql('select id from attachments')).toEqual([])
    expect(await threadOf(shop)).toMatchObject([
      {
        content: { type: 'image' },
        files: [{ id, state: 'removed', url: null, previewUrl: null, error: null }],
      },
    ])
    const { body } = await shop.acme.agent('get', url).expect(410)
    expect(body).toMatchObject({
      code: 'file_removed',
      error: expect.any(String),
      action: expect.any(String),
    })
    const events = await shop.sql<{ event: string }>('select event from cc_outgoing_events')
    expect(events).toEqual([{ event: 'communication_channels.conversation.updated' }])
    await shop.drain()
    expect(shelf.asked).toHaveLength(1)
  })

  it('is nothing to a tenant who set none, or to another’s', async () => {
    await receivePhoto()
    expect(await retire(900)).toBe(0)
    await keepFor(null)
    expect(await retire(900)).toBe(0)
    expect((await threadOf(shop))[0].files).toMatchObject([{ state: 'stored' }])
  })

  it('tries again where the storage does not delete', async () => {
    await keepFor(1)
    const { url } = await receivePhoto()
    storage.failDeletes = [new StorageError('storage_unavailable'), new StorageError('storage_unavailable')]
    await retire(2)
    await shop.acme.agent('get', url).expect(410)
    expect(await storage.count()).toBe(2)
    await retire(2)
    await retire(2)
    expect(await storage.count()).toBe(0)
  })
})

describe('a file that no message carries', () => {
  const upload = async () => {
    const own = await scope()
    const id = randomUUID()
    const { em, resolve } = workerOf(shop.host)
    const bytes = { id, bytes: PDF, mimeType: 'application/pdf', fileName: 'Offer.pdf' }
    const { attachmentId } = await storeBytes({ em, resolve, scope: own }, bytes)
    await shop.sql(
      `insert into cc_media_files (id, tenant_id, organization_id, origin, state, attachment_id, stored_at)
       values (?, ?, ?, 'uploaded', 'stored', ?, now())`,
      [id, own.tenantId, own.organizationId, attachmentId],
    )
    return `/api/communication_channels/files/${id}`
  }

  it('is removed after a day', async () => {
    const path = await upload()
    expect(await retire(0.9)).toBe(0)
    expect((await shop.acme.agent('get', path).expect(200)).body.file).toMatchObject({ state: 'stored' })
    expect(await retire(1.1)).toBe(1)
    expect((await shop.acme.agent('get', path).expect(200)).body.file).toMatchObject({ state: 'removed' })
    expect(await storage.count()).toBe(0)
  })

  it('is removed at once where staff take it back', async () => {
    const path = await upload()
    await shop.birch.agent('delete', path).expect(404)
    expect(await storage.count()).toBe(1)
    await shop.acme.agent('delete', path).expect(204)
    expect(await storage.count()).toBe(0)
    await shop.acme.agent('delete', path).expect(204)
    await shop.acme.agent('get', `${path}/content`).expect(410)
  })

  it('nor any row names: its bytes go after a day', async () => {
    const { em, resolve } = workerOf(shop.host)
    const bytes = { id: randomUUID(), bytes: PDF, mimeType: 'application/pdf', fileName: 'Offer.pdf' }
    await storeBytes({ em, resolve, scope: await scope() }, bytes)
    await retire(0.9)
    expect(await storage.count()).toBe(1)
    await retire(1.1)
    expect(await storage.count()).toBe(0)
  })
})
