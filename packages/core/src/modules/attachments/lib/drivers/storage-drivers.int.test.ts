import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { LocalStorageDriver } from './local-driver.ts'
import { S3StorageDriver } from './s3-driver.ts'
import type { S3Settings } from './s3-request.ts'
import type { StorageDriver } from './storage-driver.ts'

/** What every driver keeps to; each runs against the real thing, a folder and an S3 server. */
interface Place {
  driver: StorageDriver
  /** How many files the place holds, by looking at it from outside. */
  count(): Promise<number>
  close(): Promise<void>
}

const newFolder = () => mkdtemp(join(tmpdir(), 'storage-'))
const S3RVER_KEY = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

async function openFolder(): Promise<Place> {
  const root = await newFolder()
  return {
    driver: new LocalStorageDriver(root),
    count: async () => (await filesBelow(root)).length,
    close: () => rm(root, { recursive: true, force: true }),
  }
}

async function openBucket(settings: Partial<S3Settings> = {}): Promise<Place & { settings: S3Settings }> {
  const directory = await newFolder()
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'files', configs: [] }],
  })
  const { port } = await server.run()
  const all: S3Settings = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket: 'files',
    prefix: 'shop/attachments',
    pathStyle: true,
    ...S3RVER_KEY,
    ...settings,
  }
  return {
    settings: all,
    driver: new S3StorageDriver(all),
    count: async () =>
      (await filesBelow(directory)).filter((file) => file.endsWith('._S3rver_object')).length,
    async close() {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

const of = (buffer: Buffer, differences: object = {}) => ({
  partitionCode: 'privateAttachments',
  tenantId: '0198c0de-0000-7000-8000-000000000001',
  orgId: '0198c0de-0000-7000-8000-000000000002',
  fileName: 'a file.pdf',
  buffer,
  ...differences,
})

const P = 'privateAttachments'

describe.each([
  ['a folder', openFolder as () => Promise<Place>],
  ['a bucket', openBucket as () => Promise<Place>],
])('%s', (_name, open) => {
  let place: Place
  beforeAll(async () => {
    place = await open()
  })
  afterAll(() => place.close())

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from([0])],
    ['some megabytes', randomBytes(3_000_017)],
    ['a view into a larger buffer', randomBytes(5000).subarray(1000, 2001)],
  ])('gives back %s, byte for byte', async (_case, bytes) => {
    const { storagePath } = await place.driver.store(of(bytes))
    const { buffer } = await place.driver.read(P, storagePath)
    expect(buffer.equals(bytes)).toBe(true)
  })

  it.each([
    ['climbs', { fileName: '../../../etc/passwd', partitionCode: '../..', tenantId: '..', orgId: '../x' }],
    ['is absolute', { fileName: '/etc/passwd', partitionCode: '/', tenantId: '/root', orgId: 'C:\\' }],
    ['has control characters', { fileName: 'a\0b\n', partitionCode: 'p\0q', tenantId: '\r\n', orgId: '' }],
    [
      'means something in an address',
      { fileName: 'a?b#c%2e', partitionCode: 'p?q', tenantId: '%2e%2e', orgId: '#' },
    ],
    ['is very long', { fileName: 'x'.repeat(5000), partitionCode: 'p'.repeat(5000) }],
    ['is in another script', { fileName: 'счёт-請求書.pdf', partitionCode: 'приватные' }],
    ['is missing', { tenantId: null, orgId: undefined }],
  ])('takes a name that %s, and keeps the file inside', async (_case, names) => {
    const before = await place.count()
    const { storagePath } = await place.driver.store(of(Buffer.from('inside'), names))
    expect(storagePath).toMatch(/^[\w-]+(\/[\w-]+)+$/)
    expect(await place.count()).toBe(before + 1)
    expect(String((await place.driver.read(P, storagePath)).buffer)).toBe('inside')
  })

  it('keeps files of one name apart, also when they come at once', async () => {
    const texts = Array.from({ length: 12 }, (_, index) => `file ${index}`)
    const stored = await Promise.all(texts.map((text) => place.driver.store(of(Buffer.from(text)))))
    expect(new Set(stored.map(({ storagePath }) => storagePath)).size).toBe(texts.length)
    const read = await Promise.all(stored.map(({ storagePath }) => place.driver.read(P, storagePath)))
    expect(read.map(({ buffer }) => String(buffer))).toEqual(texts)
  })

  it('lends a file as a path of this machine', async () => {
    const bytes = randomBytes(200_000)
    const { storagePath } = await place.driver.store(of(bytes))
    const { filePath, cleanup } = await place.driver.toLocalPath(P, storagePath)
    expect(readFileSync(filePath).equals(bytes)).toBe(true)
    await cleanup()
    await cleanup()
    expect((await place.driver.read(P, storagePath)).buffer.equals(bytes)).toBe(true)
  })

  it('says that a file is missing, and that asking again will not help', async () => {
    const { storagePath } = await place.driver.store(of(Buffer.from('gone')))
    await place.driver.delete(P, storagePath)
    const missing = { name: 'StorageError', code: 'storage_file_missing', retryable: false }
    await expect(place.driver.read(P, storagePath)).rejects.toMatchObject(missing)
    await expect(place.driver.toLocalPath(P, storagePath)).rejects.toMatchObject(missing)
  })

  it('deletes, and what is deleted already is no error', async () => {
    const before = await place.count()
    const { storagePath } = await place.driver.store(of(Buffer.from('twice')))
    await place.driver.delete(P, storagePath)
    await place.driver.delete(P, storagePath)
    expect(await place.count()).toBe(before)
  })

  it.each([
    '../secret',
    '/etc/passwd',
    'a/../../b',
    'a//b',
    '',
    '.',
    'a/%2e%2e/b',
    'a\\..\\b',
    'a/b\0',
    '.unfinished/x',
  ])('has no file under %j', async (path) => {
    const invalid = { code: 'storage_path_invalid', retryable: false }
    await expect(place.driver.read(P, path)).rejects.toMatchObject(invalid)
    await expect(place.driver.delete(P, path)).rejects.toMatchObject(invalid)
    await expect(place.driver.toLocalPath(P, path)).rejects.toMatchObject(invalid)
  })
})

describe('a bucket', () => {
  let place: Awaited<ReturnType<typeof openBucket>>
  beforeAll(async () => {
    place = await openBucket()
  })
  afterAll(() => place.close())
  const like = (differences: Partial<S3Settings>) =>
    new S3StorageDriver({ ...place.settings, ...differences })

  it('keeps files readable when the prefix changes', async () => {
    const { storagePath } = await place.driver.store(of(Buffer.from('before')))
    expect(storagePath).toMatch(/^shop\/attachments\/privateAttachments\//)
    const moved = like({ prefix: '' })
    expect(String((await moved.read(P, storagePath)).buffer)).toBe('before')
    expect((await moved.store(of(Buffer.from('after')))).storagePath).toMatch(/^privateAttachments\//)
  })

  it.each([
    ['an unknown key', { accessKeyId: 'STRANGER' }, 'storage_denied'],
    ['a bucket that is not there', { bucket: 'nowhere' }, 'storage_misconfigured'],
  ])('refuses %s for good', async (_case, differences, code) => {
    const before = await place.count()
    const driver = like(differences)
    await expect(driver.store(of(Buffer.from('x')))).rejects.toMatchObject({ code, retryable: false })
    expect(await place.count()).toBe(before)
  })

  it('leaves no copy on this machine once a lent file is given back', async () => {
    const { storagePath } = await place.driver.store(of(Buffer.from('lent')))
    const { filePath, cleanup } = await place.driver.toLocalPath(P, storagePath)
    await cleanup()
    expect(existsSync(filePath)).toBe(false)
  })
})
