import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { SEEDED_PASSWORD } from './accounts.ts'
import { createHost, type Host, type HostOptions } from './host.ts'
import { listFiles } from './modules/conventionFiles.ts'
import type { ModuleEntry } from './modules/moduleEntry.ts'
import { moduleFolder } from './modules/moduleFolder.ts'
import type { HostSettings } from './settings.ts'

export interface TestHost {
  host: Host
  /** For supertest. */
  listener: Host['nodeListener']
  drain: Host['drain']
  databaseUrl: string
  /** Where the host keeps files; gone with `close`. */
  dataDir: string
  /** A second process on the same database, as far as the host can tell. */
  startAnother(): Promise<Host>
  signIn(email: string): Promise<{ cookie: string; token: string }>
  /** Closes and drops the database. */
  close(): Promise<void>
}

export interface TestHostOptions {
  modules: readonly ModuleEntry[]
  settings?: Partial<Pick<HostSettings, 'publicUrl' | 'trustProxy' | 'attachmentsS3'>>
  webRoot?: string
}

const MASTER_KEY = createHash('sha256').update('master key of the tests').digest('base64')
const TEMPLATE_LOCK = 7_281_105

/**
 * A host on a database of its own, migrated and seeded; workers are off, `drain` runs the jobs. Needs
 * TEST_DATABASE_URL, a PostgreSQL server on which databases may be made.
 */
export async function createTestHost(options: TestHostOptions): Promise<TestHost> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL is not set: integration tests need a PostgreSQL server.')

  const template = await ensureTemplate(server, options)
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, (client) => client.query(`create database ${database} template ${template}`))
  const databaseUrl = urlOf(server, database)
  const others: Host[] = []
  const host = await createHost(hostOptions(options, databaseUrl))

  return {
    host,
    listener: host.nodeListener,
    drain: host.drain,
    databaseUrl,
    dataDir: dataDirOf(databaseUrl),
    async startAnother() {
      const other = await createHost(hostOptions(options, databaseUrl))
      others.push(other)
      return other
    },
    signIn: (email) => signIn(host, email),
    async close() {
      for (const other of others) await other.close()
      await host.close()
      await onServer(server, (client) => client.query(`drop database if exists ${database} with (force)`))
      await rm(dataDirOf(databaseUrl), { recursive: true, force: true })
    },
  }
}

function hostOptions(options: TestHostOptions, databaseUrl: string): HostOptions {
  return {
    modules: options.modules,
    webRoot: options.webRoot,
    settings: {
      databaseUrl,
      masterKey: MASTER_KEY,
      publicUrl: 'http://localhost:3000',
      trustProxy: 0,
      dataDir: dataDirOf(databaseUrl),
      production: false,
      ...options.settings,
    },
  }
}

/** Made once per state of the migrations and seeds, by whichever test process comes first. */
async function ensureTemplate(server: string, options: TestHostOptions): Promise<string> {
  const template = `template_${hashOf(options.modules)}`
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount) return
    const unfinished = `${template}_unfinished`
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished}`)
    const host = await createHost(hostOptions(options, urlOf(server, unfinished)))
    try {
      await host.migrate()
      await host.seed()
    } finally {
      await host.close()
    }
    await client.query(`alter database ${unfinished} rename to ${template}`)
  })
  return template
}

function hashOf(modules: readonly ModuleEntry[]): string {
  const hash = createHash('sha256')
  for (const entry of modules) {
    const folder = moduleFolder(entry)
    hash.update(entry.id)
    const shaping = listFiles(folder, '.').filter((file) => /^(migrations\/|setup\.|lib\/.*seed)/.test(file))
    for (const file of shaping) hash.update(file).update(readFileSync(join(folder, file)))
  }
  const own = join(import.meta.dirname, 'migrations')
  for (const file of listFiles(own, '.')) hash.update(readFileSync(join(own, file)))
  return hash.digest('hex').slice(0, 24)
}

async function signIn(host: Host, email: string): Promise<{ cookie: string; token: string }> {
  const response = await host.fetch(
    new Request('http://localhost:3000/api/auth/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: SEEDED_PASSWORD }),
    }),
  )
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!response.ok || !cookie) throw new Error(`${email} could not sign in: ${response.status}`)
  return { cookie, token: cookie.slice(cookie.indexOf('=') + 1) }
}

async function onServer(server: string, run: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}

function dataDirOf(databaseUrl: string): string {
  return join(tmpdir(), new URL(databaseUrl).pathname.slice(1))
}

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.toString()
}
