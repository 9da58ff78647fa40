// What the product lives on and must not take down with it: PostgreSQL and the simulator. PostgreSQL is a
// throw-away one with the safety of a real one (fsync, synchronous_commit), unless DATABASE_URL names another.
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulator } from '@open-mercato/whatsapp-simulator'
import { startPostgres } from '../apps/mercato/src/postgres.ts'
import { onStop, say } from './parts/within-child.ts'

export interface Surroundings {
  databaseUrl: string
  simulatorUrl: string
}

const started: (() => Promise<void>)[] = []
const starting = start()
onStop(async () => {
  await starting.catch(() => undefined)
  for (const stop of started.splice(0).reverse()) await stop()
})
say(await starting)

async function start(): Promise<Surroundings> {
  const databaseUrl = process.env.DATABASE_URL ?? (await ownPostgres())
  const simulator = await startSimulator({ port: 0 })
  started.push(() => simulator.close())
  return { databaseUrl, simulatorUrl: simulator.url }
}

async function ownPostgres(): Promise<string> {
  const folder = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'open-mercato-run-'))
  // PostgreSQL leaves root behind and must be able to enter.
  chmodSync(folder, 0o755)
  started.push(async () => rmSync(folder, { recursive: true, force: true }))
  const postgres = await startPostgres({ dataDir: folder, durable: true })
  started.push(postgres.stop)
  return postgres.url
}
