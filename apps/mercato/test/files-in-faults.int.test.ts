import { MediaError } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/media'
import { tenantTurns } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/receive/tenant-turns'
import { retireFiles } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/store/retire-files'
import { picture, VOICE_NOTE } from '@open-mercato/communication-channels/testing/sample-files'
import { StorageError } from '@open-mercato/core/modules/attachments/lib/drivers/storage-error'
import { emptyTables } from './support/emptyTables.ts'
import { type FaultyStorage, useFaultyStorage } from './support/faultyStorage.ts'
import { emptyInbox, receive, threadOf } from './support/inbox.ts'
import {
  fileOfMaria,
  type MediaShelf,
  openShelf,
  receiveAll,
  workerOf,
  workIngest,
} from './support/mediaShelf.ts'
import { delivery } from './support/payloads.ts'
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
  await retireFiles({ ...workerOf(shop.host), now: inHours(24 * 8) })
  await emptyTables(shop, 'cc_message_files', 'cc_media_uploads', 'cc_media_files', 'attachments')
  Object.assign(storage, { failStores: [], failDeletes: [], beforeStore: null })
  shelf.clear()
})
afterAll(async () => {
  shelf.putBack()
  await shop.close()
})

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const inSeconds = (seconds: number) => inHours(seconds / 3600)
/** They go by the database's clock. */
const letLeasesRunOut = () =>
  shop.sql(`update cc_media_files set claimed_until = now() - interval '1 second'`)
const work = (now: Date) => receiveAll(workerOf(shop.host, () => now))
const fileOf = async () => (await threadOf(shop))[0].files[0]
const attachments = async () =>
  (await shop.sql<{ n: number }>('select count(*)::int as n from attachments'))[0]!.n

describe('a storage that fails', () => {
  it.each([
    ['a full disk', new StorageError('storage_full', 'ENOSPC'), 'storage_full'],
    ['S3 out of order', new StorageError('storage_unavailable', 'SlowDown'), 'storage_unavailable'],
    ['S3 that refuses the credentials', new StorageError('storage_denied', 'AccessDenied'), 'storage_denied'],
    ['something else', new Error('The cat sat on /secret/path'), 'storage_failed'],
  ])('%s: the file waits, says so, and comes when it works again', async (_case, failure, code) => {
    shelf.lay('media.a', photo)
    storage.failStores = [failure]
    await receive(shop, fileOfMaria({ id: 'a' }))
    const file = await fileOf()
    expect(file).toMatchObject({ state: 'waiting', isRetrying: true, error: { code }, url: null })
    expect(JSON.stringify(file)).not.toContain('secret')
    expect([await storage.count(), await attachments()]).toEqual([0, 0])
    await work(inSeconds(6))
    expect(await fileOf()).toMatchObject({ state: 'stored', error: null })
  })

  it('that takes the file and not its small picture: the file is there', async () => {
    shelf.lay('media.a', photo)
    let stores = 0
    storage.beforeStore = () => {
      if (++stores === 2) storage.failStores = [new StorageError('storage_full')]
    }
    await receive(shop, fileOfMaria({ id: 'a' }))
    expect(await fileOf()).toMatchObject({ state: 'stored', previewUrl: null, hint: 'no_preview' })
  })
})

describe('a file that cannot be had', () => {
  it('and never will fails at once, with what to do', async () => {
    const about = { action: 'Ask for a smaller one.', retryable: false }
    shelf.lay('media.a', new MediaError('too_large', 'It is too \0large.', about))
    await receive(shop, fileOfMaria({ id: 'a' }))
    expect(await fileOf()).toMatchObject({
      state: 'failed',
      isRetrying: false,
      error: { code: 'too_large', message: 'It is too \ufffdlarge.', action: 'Ask for a smaller one.' },
    })
    expect(await work(inHours(24))).toBe(0)
  })

  it('is asked for again as the table says, and for no longer than a week', async () => {
    shelf.lay('media.a', new MediaError('503', 'Not now.', { retryable: true }))
    await receive(shop, fileOfMaria({ id: 'a' }))
    expect(await work(inSeconds(4))).toBe(0)
    expect(await work(inSeconds(6))).toBe(1)
    expect(await work(inSeconds(34))).toBe(0)
    expect(await work(inSeconds(40))).toBe(1)
    expect(await fileOf()).toMatchObject({ state: 'waiting', isRetrying: true })
    expect(await work(inHours(7 * 24))).toBe(1)
    expect(await fileOf()).toMatchObject({ state: 'failed', error: { code: '503', message: 'Not now.' } })
  })

  it('is asked for when the provider says', async () => {
    shelf.lay('media.a', new MediaError('429', 'Later.', { retryable: true, retryAfterMs: 3_600_000 }), photo)
    await receive(shop, fileOfMaria({ id: 'a' }))
    expect(await work(inHours(0.9))).toBe(0)
    expect(await work(inHours(1.1))).toBe(1)
    expect(await fileOf()).toMatchObject({ state: 'stored' })
  })

  it('is asked for at once where a person says so', async () => {
    shelf.lay('media.a', new MediaError('gone', 'Gone.', { retryable: false }), photo)
    await receive(shop, fileOfMaria({ id: 'a' }))
    const { id } = await fileOf()
    const retry = `/api/communication_channels/files/${id}/retry`
    await shop.birch.agent('post', retry).expect(404)
    expect(await work(inSeconds(1))).toBe(0)
    const { body } = await shop.acme.agent('post', retry).expect(200)
    expect(body.file).toMatchObject({ id, state: 'waiting' })
    expect(await work(inSeconds(1))).toBe(1)
    expect(await fileOf()).toMatchObject({ state: 'stored', error: null })
    await shop.acme.agent('post', retry).expect(200)
    expect(await fileOf()).toMatchObject({ state: 'stored' })
  })

  it('that breaks off is asked for again, and taken in the end where only the announcement was wrong', async () => {
    shelf.lay('media.a', photo.subarray(0, 100), photo)
    const said = { sha256: Buffer.alloc(32).toString('base64') }
    await receive(shop, fileOfMaria({ id: 'a', said }))
    expect(await fileOf()).toMatchObject({ state: 'waiting', error: { code: 'incomplete' } })
    await work(inSeconds(6))
    expect(await fileOf()).toMatchObject({ state: 'waiting' })
    await work(inSeconds(60))
    expect(await fileOf()).toMatchObject({ state: 'stored', byteSize: photo.byteLength })
  })

  it('because it is empty fails with a clear word', async () => {
    shelf.lay('media.a', new Uint8Array())
    await receive(shop, fileOfMaria({ id: 'a' }))
    expect(await fileOf()).toMatchObject({ state: 'failed', error: { code: 'file_empty' } })
    expect(await storage.count()).toBe(0)
  })
})

describe('a process that dies', () => {
  it.each([
    ['while the file comes', 0],
    ['while its bytes are stored', 1],
    ['when its bytes are stored, before it is said so', 2],
  ])('%s: the next one begins anew and leaves nothing behind', async (_case, diesAtStore) => {
    // A dead process says nothing more; this one is let go at the end, when nobody listens to it.
    const letGo = Promise.withResolvers<never>()
    const reached = Promise.withResolvers<void>()
    const die = () => {
      reached.resolve()
      return letGo.promise
    }
    shelf.lay('media.a', diesAtStore === 0 ? die : async () => photo, photo)
    let stores = 0
    storage.beforeStore = () => (++stores === diesAtStore ? die() : undefined)
    await shop.acme.deliver(delivery(shop.acme, [fileOfMaria({ id: 'a' })]))
    await workIngest(shop)
    const dead = receiveAll(workerOf(shop.host))
    await reached.promise
    storage.beforeStore = null
    expect(await fileOf()).toMatchObject({ state: 'waiting', url: null })

    const other = await shop.startAnother()
    expect(await receiveAll(workerOf(other, () => inHours(3)))).toBe(0)
    await letLeasesRunOut()
    expect(await receiveAll(workerOf(other, () => inSeconds(61)))).toBe(1)
    expect(await fileOf()).toMatchObject({ state: 'stored', byteSize: photo.byteLength, error: null })
    letGo.reject(new Error('It is gone.'))
    await dead
    expect(await fileOf()).toMatchObject({ state: 'stored', error: null })
    expect([await storage.count(), await attachments()]).toEqual([2, 2])
  })

  it('again and again with one file in hand: the file is kept without being unpacked', async () => {
    shelf.lay('media.a', photo)
    await shop.acme.deliver(delivery(shop.acme, [fileOfMaria({ id: 'a' })]))
    await workIngest(shop)
    await shop.sql(`update cc_media_files set attempt_count = 2, claimed_until = now() - interval '1 minute'`)
    await work(inSeconds(1))
    expect(await fileOf()).toMatchObject({ state: 'stored', previewUrl: null, hint: 'no_preview' })
  })

  it('and was only slow: what it brings in the end does not count', async () => {
    const [first, second] = [Promise.withResolvers<Uint8Array>(), Promise.withResolvers<Uint8Array>()]
    shelf.lay(
      'media.a',
      () => first.promise,
      () => second.promise,
    )
    await shop.acme.deliver(delivery(shop.acme, [fileOfMaria({ id: 'a' })]))
    await workIngest(shop)
    const slow = receiveAll(workerOf(shop.host))
    while (shelf.asked.length < 1) await new Promise(setImmediate)
    await letLeasesRunOut()
    const next = work(inSeconds(61))
    while (shelf.asked.length < 2) await new Promise(setImmediate)
    first.resolve(VOICE_NOTE)
    await slow
    expect(await fileOf()).toMatchObject({ state: 'waiting' })
    second.resolve(photo)
    await next
    expect(await fileOf()).toMatchObject({ state: 'stored', mimeType: 'image/jpeg' })
    expect([await storage.count(), await attachments()]).toEqual([2, 2])
  })
})

describe('workers side by side', () => {
  it('take every file once', async () => {
    const items = Array.from({ length: 12 }, (_, index) => fileOfMaria({ id: `n${index}` }))
    for (let index = 0; index < 12; index++) shelf.lay(`media.n${index}`, photo)
    await shop.acme.deliver(delivery(shop.acme, items))
    await workIngest(shop)
    const other = await shop.startAnother()
    const hosts = [shop.host, other, shop.host, other]
    await Promise.all(hosts.map((host) => receiveAll(workerOf(host))))
    await work(new Date())
    expect(shelf.asked.toSorted()).toEqual(items.map((_, index) => `media.n${index}`).toSorted())
    expect(await threadOf(shop)).toHaveLength(12)
    for (const { files } of await threadOf(shop)) expect(files).toMatchObject([{ state: 'stored' }])
  })

  it('leave one slot to the others where one tenant’s provider does not answer', async () => {
    let answer = (_: Uint8Array) => {}
    const silence = new Promise<Uint8Array>((resolve) => (answer = resolve))
    for (const id of ['a', 'b', 'c']) shelf.lay(`media.${id}`, () => silence)
    shelf.lay('media.z', photo)
    await shop.acme.deliver(
      delivery(
        shop.acme,
        ['a', 'b', 'c'].map((id) => fileOfMaria({ id })),
      ),
    )
    await workIngest(shop)
    const turns = tenantTurns()
    const slot = () => receiveAll(workerOf(shop.host, undefined, turns))
    const hanging = [slot(), slot()]
    while (shelf.asked.length < 2) await new Promise(setImmediate)
    await shop.birch.deliver(delivery(shop.birch, [fileOfMaria({ id: 'z' })]))
    await workIngest(shop)
    expect(await slot()).toBe(1)
    expect(shelf.asked).toHaveLength(3)
    expect(shelf.asked).toContain('media.z')
    answer(photo)
    await Promise.all(hanging)
    expect(shelf.asked).toHaveLength(4)
  })

  it('take turns among tenants, however many files one has', async () => {
    const many = Array.from({ length: 5 }, (_, index) => fileOfMaria({ id: `n${index}` }))
    for (let index = 0; index < 5; index++) shelf.lay(`media.n${index}`, photo)
    shelf.lay('media.z', photo)
    await shop.acme.deliver(delivery(shop.acme, many))
    await workIngest(shop)
    await shop.birch.deliver(delivery(shop.birch, [fileOfMaria({ id: 'z' })]))
    await workIngest(shop)
    await work(new Date())
    expect(shelf.asked.indexOf('media.z')).toBeLessThan(2)
  })
})
