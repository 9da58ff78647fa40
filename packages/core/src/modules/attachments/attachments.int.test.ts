import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import request from 'supertest'
import { createTestHost, type TestHost } from '../../host/testing.ts'
import type { StorageDriverFactory } from './lib/drivers.ts'

const modules = ['directory', 'auth', 'audit_logs', 'attachments'].map((id) => ({
  id,
  from: '@open-mercato/core',
}))

let testHost: TestHost
let ada: string
let emil: string
let bea: string
let png: Buffer

beforeAll(async () => {
  testHost = await createTestHost({ modules })
  ada = (await testHost.signIn('admin@acme.test')).cookie
  emil = (await testHost.signIn('agent@acme.test')).cookie
  bea = (await testHost.signIn('admin@birch.test')).cookie
  png = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#0a7' } })
    .png()
    .toBuffer()
}, 60_000)
afterAll(() => testHost?.close())
afterEach(() => sql('delete from attachments'))

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> =>
  testHost.host.orm.em.fork().execute(text, values) as unknown as Promise<T[]>
const get = (path: string, cookie = '') => request(testHost.listener).get(path).set('cookie', cookie)
const remove = (id: string, cookie: string) =>
  request(testHost.listener).delete(`/api/attachments?id=${id}`).set('cookie', cookie)
const upload = (bytes: Buffer, fileName: string, cookie = ada, record: Record<string, string> = {}) =>
  request(testHost.listener)
    .post('/api/attachments')
    .set('cookie', cookie)
    .field({ entityId: 'orders', recordId: 'order-1', ...record })
    .attach('file', bytes, fileName)
const uploaded = async (bytes: Buffer, fileName: string, record: Record<string, string> = {}) =>
  (await upload(bytes, fileName, ada, record).expect(200)).body.item as { id: string; url: string }
const kept = () => {
  const folder = join(testHost.dataDir, 'attachments')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
}

describe('a file of a record', () => {
  it('is stored, listed, downloaded and deleted', async () => {
    const before = kept().length
    const { body } = await upload(png, '../../Foto \u202e"x".png').expect(200)
    expect(body).toEqual({
      ok: true,
      item: {
        id: expect.any(String),
        url: `/api/attachments/file/${body.item.id}`,
        fileName: 'Foto _x_.png',
        fileSize: png.length,
        mimeType: 'image/png',
      },
    })
    const [row] = await sql('select * from attachments')
    expect(row).toMatchObject({
      partition_code: 'privateAttachments',
      storage_driver: 'local',
      entity_id: 'orders',
      record_id: 'order-1',
    })
    const list = await get('/api/attachments?entityId=orders&recordId=order-1', emil).expect(200)
    expect(list.body.items).toEqual([{ ...body.item, createdAt: expect.any(String) }])

    const file = await get(body.item.url, emil).buffer(true).expect(200)
    expect(file.body.equals(png)).toBe(true)
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      'content-disposition': `attachment; filename="Foto _x_.png"; filename*=UTF-8''Foto%20_x_.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })

    await remove(body.item.id, ada).expect(200, { ok: true })
    const log = await get('/api/audit_logs/actions', ada)
    expect(log.body.items.slice(0, 2)).toMatchObject(
      ['Deleted a file', 'Attached a file'].map((actionLabel) => ({
        actionLabel,
        actorName: 'Ada Admin',
        resourceId: body.item.id,
      })),
    )
    await get(body.item.url, ada).expect(404)
    await remove(body.item.id, ada).expect(404)
    expect(kept()).toHaveLength(before)
  })

  it('is served in parts', async () => {
    const bytes = Buffer.from('%PDF-0123456789')
    const { url } = await uploaded(bytes, 'a.pdf')
    const part = await get(url, ada).set('range', 'bytes=5-8').buffer(true).expect(206)
    expect(String(part.body)).toBe('0123')
    expect(part.headers).toMatchObject({ 'content-range': 'bytes 5-8/15', 'content-length': '4' })
    const end = await get(url, ada).set('range', 'bytes=-2').buffer(true).expect(206)
    expect(String(end.body)).toBe('89')
    const outside = await get(url, ada).set('range', 'bytes=15-').expect(416)
    expect(outside.headers['content-range']).toBe('bytes */15')
  })

  it('is nobody else’s: 404 for another tenant, 401 for whoever is signed out, 403 without the right', async () => {
    const { id, url } = await uploaded(png, 'a.png')
    for (const path of [url, `/api/attachments/image/${id}`]) {
      await get(path, bea).expect(404)
      await get(path).expect(401)
      await get(path.replace(id, randomUUID()), ada).expect(404)
      await get(path.replace(id, randomUUID())).expect(401)
      await get(path.replace(id, 'no-id'), ada).expect(404)
    }
    await remove(id, bea).expect(404)
    await remove(id, emil).expect(403)
    await upload(png, 'a.png', emil).expect(403)
    const list = await get('/api/attachments?entityId=orders&recordId=order-1', bea).expect(200)
    expect(list.body.items).toEqual([])
    await get(url, ada).expect(200)
  })

  it('follows the rights to the module whose record it belongs to', async () => {
    const record = { entityId: 'inbox:conversation', recordId: 'c' }
    const { id, url } = await uploaded(png, 'a.png', record)
    await get(url, ada).expect(200)
    await get(url, emil).expect(404)
    await get(`/api/attachments/image/${id}`, emil).expect(404)
    await get('/api/attachments?entityId=inbox:conversation&recordId=c', emil).expect(403)
  })

  it('of a public partition and of no tenant is for everybody to read, and for nobody to delete', async () => {
    const { id, url } = await uploaded(png, 'a.png', { entityId: 'catalog:catalog_product', recordId: 'p' })
    await get(url).expect(401)
    await sql('update attachments set tenant_id = null, organization_id = null where id = ?', [id])
    await get(url).expect(200)
    await get(url, bea).expect(200)
    await get(`/api/attachments/image/${id}`).expect(200)
    await request(testHost.listener).delete(`/api/attachments?id=${id}`).expect(401)
  })

  it('cannot have half a scope', async () => {
    const { id } = await uploaded(png, 'a.png')
    await expect(sql('update attachments set tenant_id = null where id = ?', [id])).rejects.toThrow(
      /scope_check/,
    )
  })
})

describe('an upload that is refused leaves nothing behind', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'a.txt', 'file_empty'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 'file_active'],
    ['an SVG in disguise', Buffer.from('<?xml version="1.0"?><svg/>'), 'a.png', 'file_active'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'a.txt', 'file_active'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'a.txt', 'file_active'],
    ['a program by its name', Buffer.from('x'), 'invoice\u202efdp.exe', 'file_active'],
    [
      'an ELF program',
      Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(100, 1)]),
      'a.pdf',
      'file_active',
    ],
    ['a PDF that is a picture', Buffer.from('GIF89a____'), 'a.pdf', 'file_not_what_it_says'],
    ['a picture that is text', Buffer.from('hello'), 'a.jpg', 'file_not_what_it_says'],
    ['a video that is a PDF', Buffer.from('%PDF-1.7'), 'a.mp4', 'file_not_what_it_says'],
  ])('%s', async (_case, bytes, name, code) => {
    const before = kept().length
    const { body } = await upload(bytes, name).expect(422)
    expect(body).toMatchObject({ code, error: expect.any(String), action: expect.any(String) })
    expect(kept()).toHaveLength(before)
    expect(await sql('select id from attachments')).toEqual([])
  })

  it('no form, no file, no record', async () => {
    const post = () => request(testHost.listener).post('/api/attachments').set('cookie', ada)
    await post().send({ entityId: 'orders' }).expect(415)
    await post().set('content-type', 'multipart/form-data; boundary=b').send('garbage').expect(400)
    await post().field('entityId', 'orders').field('recordId', '1').expect(400)
    const unnamed = await post().attach('file', png, 'a.png').expect(400)
    expect(unnamed.body.fieldErrors).toHaveProperty('entityId')
    await upload(png, 'a.png', ada, { recordId: 'a\0b' }).expect(400)
    await request(testHost.listener).post('/api/attachments').attach('file', png, 'a.png').expect(401)
  })

  it('more than the limit, by its announced length', async () => {
    const response = await testHost.host.fetch(
      new Request('http://localhost:3000/api/attachments', {
        method: 'POST',
        headers: {
          cookie: ada,
          'content-type': 'multipart/form-data; boundary=b',
          'content-length': String(101 * 1024 * 1024),
        },
        body: 'x',
      }),
    )
    expect(response.status).toBe(413)
  })

  it('a row that cannot be written', async () => {
    const before = kept().length
    await sql('alter table attachments add constraint nothing_fits check (file_size < 0) not valid')
    await upload(png, 'a.png').expect(500)
    await sql('alter table attachments drop constraint nothing_fits')
    expect(kept()).toHaveLength(before)
  })
})

describe('a picture', () => {
  const shown = async (id: string, query: string) => {
    const { body, headers } = await get(`/api/attachments/image/${id}${query}`, emil).buffer(true).expect(200)
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    const { width, height, format } = await sharp(body).metadata()
    return [format, width, height]
  }

  it('comes in the size that is asked for, in proportion and never larger than it is', async () => {
    const { id } = await uploaded(png, 'a.png')
    expect(await shown(id, '?width=150')).toEqual(['webp', 150, 100])
    expect(await shown(id, '?width=150&height=50')).toEqual(['webp', 75, 50])
    expect(await shown(id, '?height=50')).toEqual(['webp', 75, 50])
    expect(await shown(id, '?width=2000')).toEqual(['webp', 300, 200])
    expect(await shown(id, '')).toEqual(['webp', 300, 200])
    for (const query of ['?width=0', '?width=2001', '?height=-1', '?width=a'])
      await get(`/api/attachments/image/${id}${query}`, emil).expect(400)
  })

  it('is refused when it is too large to unpack, damaged, or none', async () => {
    const bomb = await sharp({ create: { width: 10_001, height: 10_000, channels: 3, background: '#fff' } })
      .toColourspace('b-w')
      .png()
      .toBuffer()
    const damaged = png.subarray(0, 60)
    const pdf = Buffer.from('%PDF-1.7')
    for (const [bytes, name] of [
      [bomb, 'a.png'],
      [damaged, 'b.png'],
      [pdf, 'c.pdf'],
    ] as const) {
      const { id } = await uploaded(bytes, name)
      const { body } = await get(`/api/attachments/image/${id}`, emil).expect(422)
      expect(body.code).toBe('image_unreadable')
    }
  })

  it('is not drawn from an SVG, whatever its row says', async () => {
    const { id } = await uploaded(png, 'a.png')
    const [row] = await sql<{ storage_path: string }>('select storage_path from attachments where id = ?', [
      id,
    ])
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    await writeFile(join(testHost.dataDir, 'attachments', row!.storage_path), svg)
    await get(`/api/attachments/image/${id}`, emil).expect(422)
  })
})

describe('when the storage fails', () => {
  it('a lost file is a 404 with a word to the operator, and its row can still be deleted', async () => {
    const { id, url } = await uploaded(png, 'a.png')
    const [row] = await sql<{ storage_path: string }>('select storage_path from attachments where id = ?', [
      id,
    ])
    await rm(join(testHost.dataDir, 'attachments', row!.storage_path))
    expect((await get(url, ada).expect(404)).body).toMatchObject({ code: 'storage_file_missing' })
    await remove(id, ada).expect(200)
  })

  it('nothing is taken, and nothing of the system is told', async () => {
    const folder = join(testHost.dataDir, 'attachments')
    await uploaded(png, 'a.png')
    await rename(folder, `${folder}-away`)
    await writeFile(folder, '')
    const { body } = await upload(png, 'b.png').expect(500)
    await rm(folder)
    await rename(`${folder}-away`, folder)
    expect(body).toMatchObject({ code: 'storage_misconfigured', action: expect.any(String) })
    expect(JSON.stringify(body)).not.toMatch(/ENOTDIR|EEXIST|attachments/)
    expect(await sql("select id from attachments where file_name = 'b.png'")).toEqual([])
  })

  it('a driver that is no longer set up is said to be so', async () => {
    const { id, url } = await uploaded(png, 'a.png')
    await sql("update attachments set storage_driver = 's3' where id = ?", [id])
    expect((await get(url, ada).expect(500)).body).toMatchObject({ code: 'storage_misconfigured' })
  })
})

it('every tenant starts with the same partitions, once', async () => {
  await testHost.host.seed()
  const { body } = await get('/api/attachments/partitions', emil).expect(200)
  expect(
    body.items.map(({ code, isPublic }: { code: string; isPublic: boolean }) => [code, isPublic]),
  ).toEqual([
    ['privateAttachments', false],
    ['productsMedia', true],
  ])
  expect(JSON.stringify(body)).not.toMatch(/storage|config/i)
})

it('a worker stores through the container, and the files are where partitions say', async () => {
  const container = testHost.host.createContainer()
  const drivers = container.resolve<StorageDriverFactory>('storageDriverFactory')
  const driver = await drivers.resolveForPartition('privateAttachments')
  const file = {
    partitionCode: 'privateAttachments',
    orgId: randomUUID(),
    tenantId: randomUUID(),
    fileName: 'f',
  }
  const { storagePath } = await driver.store({ ...file, buffer: Buffer.from('from a worker') })
  const again = drivers.resolveForAttachment(driver.key)
  expect(String((await again.read('privateAttachments', storagePath)).buffer)).toBe('from a worker')
  await again.delete('privateAttachments', storagePath)
})
