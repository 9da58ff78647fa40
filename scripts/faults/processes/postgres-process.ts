// A throw-away PostgreSQL with the safety of a real one (fsync, synchronous_commit), which its parent stops and starts.
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { choosePlaces } from '../../../apps/mercato/src/postgres/places.ts'
import { isAlive, runningPostmaster } from '../../../apps/mercato/src/postgres/postmaster.ts'
import { startPostgres } from '../../../apps/mercato/src/postgres.ts'
import { onStop, say } from '../../../benchmarks/parts/within-child.ts'

/** `fast` ends sessions and writes everything down; `immediate` leaves that to recovery, like a loss of power. */
export type DatabaseRequest = { stop: 'fast' | 'immediate' } | 'start'

const folder = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'open-mercato-faults-'))
// PostgreSQL leaves root behind and must be able to enter.
chmodSync(folder, 0o755)
const { data } = choosePlaces(folder)

let starting: Promise<{ url: string; stop(): Promise<void> }> = startPostgres({ dataDir: folder })
onStop(async () => {
  const postgres = await starting.catch(() => null)
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
})
const { url } = await starting
say({ databaseUrl: url })

process.on('message', async (request: DatabaseRequest) => {
  if (request === 'start') {
    starting = startPostgres({ dataDir: folder, port: Number(new URL(url).port) })
    await starting
  } else {
    const pid = runningPostmaster(data)!.pid
    process.kill(pid, request.stop === 'fast' ? 'SIGINT' : 'SIGQUIT')
    while (isAlive(pid)) await new Promise((done) => setTimeout(done, 10))
  }
  say('done')
})
