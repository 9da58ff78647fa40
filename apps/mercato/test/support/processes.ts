import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SEEDED_PASSWORD } from '@open-mercato/core/host/accounts'
import { createHost } from '@open-mercato/core/host/host'
import { defaultAccounts, startSimulator } from '@open-mercato/whatsapp-simulator'
import pg from 'pg'
import { connectDemo } from '../../src/connectDemo.ts'
import { modules } from '../../src/modules.ts'

const REPOSITORY = join(import.meta.dirname, '../../../..')

export interface ProductProcess {
  url: string
  port: number
  /** Resolves with the exit code, null when it was killed. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

/** A database of its own and a simulator, on which processes of the product can be started and ended. */
export interface Premises {
  simulatorUrl: string
  start(role: 'web' | 'worker'): Promise<ProductProcess>
  /** Connects the demonstration tenants; the simulator delivers to this process from now on. */
  connect(web: ProductProcess): Promise<void>
  sql<Row extends pg.QueryResultRow>(statement: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

export async function openPremises(): Promise<Premises> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL is not set: integration tests need a PostgreSQL server.')
  const database = `test_${randomUUID().replaceAll('-', '')}`
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${database}` }).href
  await ask(server, `create database ${database}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'open-mercato-processes-'))
  const masterKey = randomBytes(32).toString('base64')
  const simulator = await startSimulator({ port: 0 })
  const children: ChildProcess[] = []

  return {
    simulatorUrl: simulator.url,
    async start(role) {
      const port = await freePort()
      const child = spawnProcess({
        ROLE: role,
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        OM_MASTER_KEY: masterKey,
        OM_WHATSAPP_GRAPH_URL: simulator.url,
      })
      children.push(child)
      await untilUp(child)
      return {
        port,
        url: `http://127.0.0.1:${port}`,
        async end(signal) {
          const gone = once(child, 'exit')
          child.kill(signal)
          const [code] = await gone
          return code
        },
      }
    },
    async connect(web) {
      process.env.OM_WHATSAPP_GRAPH_URL = simulator.url
      const settings = {
        databaseUrl,
        masterKey,
        publicUrl: web.url,
        trustProxy: 0,
        dataDir,
        production: false,
      }
      const host = await createHost({ modules, works: false, settings })
      await connectDemo(host, { url: simulator.url, accounts: defaultAccounts }, web.url)
      await host.close()
    },
    sql: (statement, values) => ask(databaseUrl, statement, values),
    async close() {
      for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
      await simulator.close()
      await ask(server, `drop database if exists ${database} with (force)`)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Somebody of the first tenant, at one of the web processes. Throws on anything but a success. */
export async function signInAt(web: ProductProcess, email = 'agent@acme.test') {
  const login = await fetch(`${web.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: SEEDED_PASSWORD }),
  })
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${web.url}${path}`, {
      ...init,
      headers: { cookie, 'content-type': 'application/json', ...init.headers },
    })
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
    return response
  }
}

/** Of the variables around the test only the harmless ones. */
function spawnProcess(settings: Record<string, string>): ChildProcess {
  const { PATH, HOME, LANG } = process.env
  return spawn(
    process.execPath,
    [
      '--conditions=source',
      '--disable-warning=ExperimentalWarning',
      ...['--import', join(REPOSITORY, 'scripts/leave-with-parent.mjs')],
      join(import.meta.dirname, 'productProcess.ts'),
    ],
    {
      env: { PATH, HOME, LANG, LOG_LEVEL: 'error', ...settings },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  )
}

async function untilUp(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (words) => String(words).includes('It is up.') && resolve())
    child.once('exit', (code) => reject(new Error(`The process ended with code ${code} before it was up.`)))
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function ask<Row extends pg.QueryResultRow>(url: string, statement: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement, values)).rows
  } finally {
    await client.end()
  }
}
