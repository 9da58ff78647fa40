// `npm run bench:drain`: what README.md beside this file describes.
import { randomBytes } from 'node:crypto'
import type { DrainResult } from './parts/backlog.ts'
import { startChild } from './parts/child.ts'
import { dropDatabase, freshDatabase } from './parts/databases.ts'
import { freePort } from './parts/free-port.ts'
import { printDrain } from './report/drain.ts'
import { printConfiguration } from './report/print.ts'
import type { Surroundings } from './surroundings-process.ts'

const DATABASE = 'open_mercato_drain'

process.env.OM_MASTER_KEY = randomBytes(32).toString('base64')
process.env.LOG_LEVEL ??= 'warn'

const surroundings = await startChild<Surroundings>('surroundings-process', {})
const { databaseUrl: server, simulatorUrl } = surroundings.said
process.env.OM_WHATSAPP_GRAPH_URL = simulatorUrl
try {
  await printConfiguration(server)
  printDrain(await drainedBy('drain-process'), await drainedBy('bare-drain-process'))
  await dropDatabase(server, DATABASE)
} finally {
  await surroundings.stop()
}

async function drainedBy(name: string): Promise<DrainResult[]> {
  const DATABASE_URL = await freshDatabase(server, DATABASE)
  const PORT = String(await freePort())
  const drain = await startChild<DrainResult[]>(name, { DATABASE_URL, PORT })
  await drain.stop()
  return drain.said
}
