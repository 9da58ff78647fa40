import { randomBytes } from 'node:crypto'
import type { Surroundings } from '../surroundings-process.ts'
import { startChild } from './child.ts'
import { dropDatabase, freshDatabase } from './databases.ts'

/** Where a benchmark measures. */
export interface Ground {
  /** PostgreSQL's address. */
  server: string
  simulatorUrl: string
  /** Empties the benchmark's database and gives its address. */
  freshDatabase(): Promise<string>
}

/**
 * Measures on a PostgreSQL and a simulator that are there meanwhile. Children find the simulator, the master key and the
 * log level in the environment that they inherit from us.
 */
export async function inSurroundings(
  database: string,
  measure: (ground: Ground) => Promise<void>,
): Promise<void> {
  process.env.OM_MASTER_KEY = randomBytes(32).toString('base64')
  // As in a local run: a log line for each request is for whoever wants it.
  process.env.LOG_LEVEL ??= 'warn'
  const surroundings = await startChild<Surroundings>('surroundings-process', {})
  const { databaseUrl: server, simulatorUrl } = surroundings.said
  process.env.OM_WHATSAPP_GRAPH_URL = simulatorUrl
  try {
    await measure({ server, simulatorUrl, freshDatabase: () => freshDatabase(server, database) })
    await dropDatabase(server, database)
  } finally {
    await surroundings.stop()
  }
}
