import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LocalStorageDriver } from './local-driver.ts'
import { localFailure } from './local-failure.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'storage-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const file = { partitionCode: 'p', tenantId: 't', orgId: 'o', fileName: 'f' }
const files = async () => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Stores in a process of its own that may write no more than 64 blocks into a file, and says what came of it. */
function storeWithLittleRoom(bytes: number): Promise<string> {
  const script = `
    const { LocalStorageDriver } = await import(${JSON.stringify(join(import.meta.dirname, 'local-driver.ts'))})
    const driver = new LocalStorageDriver(${JSON.stringify(root)})
    const file = { ...${JSON.stringify(file)}, buffer: Buffer.alloc(${bytes}, 1) }
    console.log(await driver.store(file).then(() => 'stored', (error) => error.code + ' ' + error.retryable))`
  const command = 'ulimit -f 64 && exec "$0" --input-type=module --conditions=source --no-warnings -e "$1"'
  return new Promise((resolve, reject) => {
    execFile('bash', ['-c', command, process.execPath, script], (error, stdout, stderr) =>
      stdout ? resolve(stdout.trim()) : reject(error ?? new Error(stderr)),
    )
  })
}

it('leaves nothing where there is no room, says so, and takes what fits', async () => {
  expect(await storeWithLittleRoom(1_000_000)).toBe('storage_full true')
  expect(await files()).toEqual([])
  expect(await storeWithLittleRoom(1000)).toBe('stored')
  expect(await files()).toHaveLength(1)
})

it('has every file whole or not at all, also when the process is killed while it writes', async () => {
  const size = 5_000_000
  // Says when the first is stored and goes on with others: a few, so that it ends by itself as well.
  const script = `
    const { LocalStorageDriver } = await import(${JSON.stringify(join(import.meta.dirname, 'local-driver.ts'))})
    const driver = new LocalStorageDriver(${JSON.stringify(root)})
    const file = { ...${JSON.stringify(file)}, buffer: Buffer.alloc(${size}, 1) }
    await driver.store(file)
    console.log('stored')
    for (let count = 0; count < 20; count++) await driver.store(file)`
  const flags = ['--input-type=module', '--conditions=source', '--no-warnings']
  const child = spawn(process.execPath, [...flags, '-e', script], { timeout: 20_000 })
  const exited = once(child, 'exit')
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await exited
  const stored = (await files()).filter((path) => !path.includes('.unfinished'))
  expect(stored.length).toBeGreaterThan(0)
  for (const path of stored) expect((await stat(path)).size).toBe(size)
})

it.each([
  ['ENOSPC', 'storage_full', true],
  ['EDQUOT', 'storage_full', true],
  ['EACCES', 'storage_denied', false],
  ['EROFS', 'storage_denied', false],
  ['ENOENT', 'storage_file_missing', false],
  ['EMFILE', 'storage_unavailable', true],
  ['EIO', 'storage_unavailable', true],
])('%s of the system is %s; to be tried again: %s', (system, code, retryable) => {
  const failure = localFailure(Object.assign(new Error('refused'), { code: system }))
  expect(failure).toMatchObject({ code, retryable, publicMessage: expect.not.stringContaining(system) })
})

it('fails for good where the folder is a file', async () => {
  const path = join(root, 'file')
  await writeFile(path, '')
  const driver = new LocalStorageDriver(path)
  const storing = driver.store({ ...file, buffer: Buffer.from('x') })
  await expect(storing).rejects.toMatchObject({ name: 'StorageError', retryable: false })
})

it('removes what a killed process left half-written a day ago, and nothing that may still be written', async () => {
  const unfinished = join(root, '.unfinished')
  await mkdir(unfinished)
  const [old, fresh] = [join(unfinished, 'old'), join(unfinished, 'fresh')]
  for (const path of [old, fresh]) await writeFile(path, 'half')
  const twoDaysAgo = new Date(Date.now() - 48 * 60 * 60 * 1000)
  await utimes(old, twoDaysAgo, twoDaysAgo)

  await new LocalStorageDriver(root).store({ ...file, buffer: Buffer.from('x') })
  expect(existsSync(old)).toBe(false)
  expect(existsSync(fresh)).toBe(true)
})

it('is for its own user alone', async () => {
  const { storagePath } = await new LocalStorageDriver(root).store({ ...file, buffer: Buffer.from('x') })
  expect((await stat(join(root, storagePath))).mode & 0o077).toBe(0)
})
