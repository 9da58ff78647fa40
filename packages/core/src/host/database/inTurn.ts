import pg from 'pg'

// "om-start" read as a number: whatever only one process at a time may do to this database while it starts.
const TURN_LOCK = 7_281_104

/** Runs it while no other process of this database runs anything here. A process that dies gives its turn away. */
export async function inTurn<T>(databaseUrl: string, run: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
  // Losing it in the middle is found out when the turn is given back.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [TURN_LOCK])
    return await run()
  } finally {
    await client.end()
  }
}
