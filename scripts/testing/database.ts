import { join } from 'node:path'

export type TestDatabase = { url: string; stop(): Promise<void> }

/**
 * The PostgreSQL server of a test run: the one that TEST_DATABASE_URL or DATABASE_URL names, else one of our
 * own in the run's folder. Tests make their own databases on it, never use the one in the address.
 */
export async function provideDatabase(runFolder: string): Promise<TestDatabase> {
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const { startPostgres } = await import('../../apps/mercato/src/postgres.ts')
  return startPostgres({ dataDir: join(runFolder, 'data'), durable: false })
}
