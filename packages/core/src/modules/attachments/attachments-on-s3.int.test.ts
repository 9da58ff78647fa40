import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import request from 'supertest'
import { createTestHost, type TestHost } from '../../host/testing.ts'
import { openAttachmentStorage } from './lib/drivers/attachment-storage.ts'
import type { S3Settings } from './lib/drivers/s3-request.ts'

const modules = ['directory', 'auth', 'attachments'].map((id) => ({ id, from: '@open-mercato/core' }))

let folder: string
let server: S3rver
let s3: S3Settings
let testHost: TestHost

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bucket-'))
  const configureBuckets = [{ name: 'files', configs: [] }]
  server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: folder, configureBuckets })
  s3 = {
    endpoint: `http://127.0.0.1:${(await server.run()).port}`,
    region: 'us-east-1',
    bucket: 'files',
    prefix: 'shop',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    pathStyle: true,
  }
  testHost = await createTestHost({ modules, settings: { attachmentsS3: s3 } })
}, 60_000)
afterAll(async () => {
  await testHost?.close()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

const objects = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('._S3rver_object'))

it('with S3 set up, an upload goes there, comes back in whole and in part, and can be deleted', async () => {
  const { cookie } = await testHost.signIn('admin@acme.test')
  const call = (method: 'get' | 'delete', path: string) =>
    request(testHost.listener)[method](path).set('cookie', cookie).buffer(true)
  const { body } = await request(testHost.listener)
    .post('/api/attachments')
    .set('cookie', cookie)
    .field({ entityId: 'orders', recordId: '1' })
    .attach('file', Buffer.from('%PDF-0123456789'), 'a.pdf')
    .expect(200)
  expect(await objects()).toHaveLength(1)

  const { id, url } = body.item
  expect(String((await call('get', url).expect(200)).body)).toBe('%PDF-0123456789')
  expect(String((await call('get', url).set('range', 'bytes=5-6').expect(206)).body)).toBe('01')
  await call('delete', `/api/attachments?id=${id}`).expect(200)
  expect(await objects()).toEqual([])
})

it('the key and the secret are not among the settings that modules see', () => {
  const settings = testHost.host.createContainer().resolve('settings')
  expect(settings).toHaveProperty('dataDir')
  expect(JSON.stringify(settings)).not.toContain('S3RVER')
})

it('files from before S3 was set up stay readable', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'storage-'))
  const file = { partitionCode: 'p', tenantId: 't', orgId: 'o', fileName: 'f', buffer: Buffer.from('old') }
  const { standard: before } = openAttachmentStorage({ dataDir })
  const { storagePath } = await before.store(file)

  const now = openAttachmentStorage({ dataDir, s3 })
  expect([before.key, now.standard.key]).toEqual(['local', 's3'])
  expect(String((await now.byKey.get('local')?.read('p', storagePath))?.buffer)).toBe('old')
  await rm(dataDir, { recursive: true })
})
