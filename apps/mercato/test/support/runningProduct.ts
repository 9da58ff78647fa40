import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onDatabase } from './onDatabase.ts'

export interface RunningProduct {
  url: string
  phoneUrl: string
  databaseUrl: string
  /** Stops it as Ctrl-C would and removes what it kept. */
  stop(): Promise<void>
}

const REPOSITORY = join(import.meta.dirname, '../../../..')
const IS_UP = 'Stop with Ctrl-C'

/**
 * Starts the product as `npm start` does, in a process of its own, on free ports and on a new database of the
 * server that TEST_DATABASE_URL names.
 */
export async function runProduct(): Promise<RunningProduct> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL is not set: browser tests need a PostgreSQL server.')
  const database = `test_${randomUUID().replaceAll('-', '')}`
  const dataDir = mkdtempSync(join(tmpdir(), 'open-mercato-browser-'))
  const clear = async () => {
    await onDatabase(server, `drop database if exists ${database} with (force)`)
    rmSync(dataDir, { recursive: true, force: true })
  }
  await onDatabase(server, `create database ${database}`)
  const [port, simulatorPort] = await freePorts()
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${database}` }).href
  const child = startProcess({
    PORT: String(port),
    SIMULATOR_PORT: String(simulatorPort),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
  })
  try {
    await untilUp(child)
  } catch (error) {
    child.kill('SIGKILL')
    await clear()
    throw error
  }
  return {
    url: `http://localhost:${port}`,
    phoneUrl: `http://localhost:${simulatorPort}`,
    databaseUrl,
    async stop() {
      const gone = child.exitCode === null ? once(child, 'exit') : Promise.resolve()
      child.kill('SIGTERM')
      await gone
      await clear()
    },
  }
}

/** Of the variables around the test only the harmless ones: NODE_ENV=test would make another product. */
function startProcess(settings: Record<string, string>): ChildProcess {
  const { PATH, HOME, LANG } = process.env
  return spawn(
    process.execPath,
    [
      '--conditions=source',
      '--disable-warning=ExperimentalWarning',
      ...['--import', join(REPOSITORY, 'scripts/leave-with-parent.mjs')],
      join(REPOSITORY, 'apps/mercato/src/start.ts'),
    ],
    { env: { PATH, HOME, LANG, ...settings }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
}

async function untilUp(child: ChildProcess): Promise<void> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (words: Buffer) => {
      said += words
      if (said.includes(IS_UP)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The product ended with code ${code}:\n${said}`)))
  })
}

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()]
  const ports: number[] = []
  for (const server of servers) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    ports.push((server.address() as AddressInfo).port)
  }
  for (const server of servers) await new Promise((resolve) => server.close(resolve))
  return ports as [number, number]
}
