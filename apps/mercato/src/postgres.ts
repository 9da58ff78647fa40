import { spawn } from 'node:child_process'
import { chownSync, mkdirSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { DATABASE_USER, databasePassword, ensureCluster, putAsideLockedData } from './postgres/cluster.ts'
import { choosePlaces, type Places } from './postgres/places.ts'
import { isAlive, runningPostmaster, stopPostmaster } from './postgres/postmaster.ts'

export interface RunningPostgres {
  /** Of the database `mercato`, as its owner, who may make others. */
  url: string
  /** What a person should know about where things are. */
  notes: string[]
  stop(): Promise<void>
}

const DATABASE = 'mercato'
const START_PATIENCE_MS = 30_000
const LEFTOVER_PATIENCE_MS = 5000

/**
 * A PostgreSQL of our own from the binaries in node_modules, on the loopback address only, behind a random
 * password. A server that outlived a killed process is taken over when it is healthy, else stopped first.
 * `durable: false` trades safety for speed, for tests.
 *
 * @throws when another live process uses the same data folder
 */
export async function startPostgres(options: {
  dataDir: string
  port?: number
  durable?: boolean
}): Promise<RunningPostgres> {
  mkdirSync(options.dataDir, { recursive: true })
  const dataDir = realpathSync(options.dataDir)
  const isDurable = options.durable ?? true
  const places = choosePlaces(dataDir)
  const { password, isNew } = databasePassword(dataDir)
  if (isNew) await putAsideLockedData(places)
  await ensureCluster(places, password, isDurable)

  const { pid, port } =
    (await takeOver(places, password, dataDir)) ??
    (await launch(places, password, options.port ?? (await freePort()), isDurable))
  await ensureDatabase(urlOf(password, port, 'postgres'))
  return { url: urlOf(password, port, DATABASE), notes: places.notes, stop: () => stopPostmaster(pid) }
}

async function takeOver(places: Places, password: string, dataDir: string) {
  const running = runningPostmaster(places.data)
  if (!running) return null
  const left = await clientsOf(urlOf(password, running.port, 'postgres'))
  if (left === 0) return running
  if (left)
    throw new Error(
      `Another process uses the database in ${dataDir}. Stop it first, or choose another DATA_DIR.`,
    )
  await stopPostmaster(running.pid)
  return null
}

/** How many clients the server still has once those of a killed process had time to go; null when it does not answer. */
async function clientsOf(url: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const until = Date.now() + LEFTOVER_PATIENCE_MS
    for (;;) {
      const { rows } = await client.query<{ clients: number }>(
        "select count(*)::int as clients from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      )
      const clients = rows[0]?.clients ?? 0
      if (!clients || Date.now() > until) return clients
      await new Promise((done) => setTimeout(done, 100))
    }
  } catch {
    return null
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Nothing has to be there after a crash, and of hundreds of databases none lives for long. */
const FOR_TESTS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '1GB',
  checkpoint_timeout: '1d',
  autovacuum: 'off',
}

async function launch(places: Places, password: string, port: number, isDurable: boolean) {
  const { user, home, data, binaries } = places
  const logFile = join(home, 'postgres.log')
  const log = openSync(logFile, 'a', 0o600)
  if (user) chownSync(logFile, user.uid, user.gid)
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '300',
    // Statements and rows carry what people wrote; the log says what failed and not on what.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(isDurable ? {} : FOR_TESTS),
  }
  // In a session of its own: Ctrl-C reaches us first, and the server is stopped when we are done with it.
  const child = spawn(
    join(binaries, 'bin', 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { cwd: home, detached: true, stdio: ['ignore', log, log], ...(user && { uid: user.uid, gid: user.gid }) },
  )
  let failure: string | null = null
  child.on('error', (error) => {
    failure = error.message
  })
  child.on('exit', (code) => {
    failure ??= `it ended with code ${code}. ${lastLines(logFile)}`
  })
  child.unref()

  const until = Date.now() + START_PATIENCE_MS
  const url = urlOf(password, port, 'postgres')
  while (!(await answers(url))) {
    if (failure !== null) throw new Error(`PostgreSQL did not start: ${failure}`)
    if (Date.now() > until) {
      if (child.pid && isAlive(child.pid)) await stopPostmaster(child.pid)
      throw new Error(`PostgreSQL did not answer within ${START_PATIENCE_MS / 1000} s. ${lastLines(logFile)}`)
    }
    await new Promise((done) => setTimeout(done, 50))
  }
  return { pid: child.pid as number, port }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

function urlOf(password: string, port: number, database: string): string {
  return `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-5).join(' ')
}
