import { availableParallelism, cpus } from 'node:os'
import type { LoadResult } from '../load-process.ts'
import { query } from '../parts/databases.ts'
import { CONNECTIONS } from '../parts/load-shape.ts'

export interface Measured {
  what: 'floor' | 'acknowledging' | 'working'
  round: number
  load: LoadResult
  /** Rows in the journal afterwards. */
  kept: number
  /** Messages in the inbox afterwards; null where no worker ran. */
  stored: number | null
}

const BAR = 0.7
const HALF_LOAD_BAR_MS = 50
const NAMES = {
  floor: 'floor: node:http, HMAC, one INSERT',
  acknowledging: 'the product, workers off',
  working: 'the product, workers on',
}

/** @param warmUpSeconds of a load that is posted; not counted, because the engine compiles the code meanwhile */
export async function printConfiguration(server: string, warmUpSeconds?: number): Promise<void> {
  const [settings] = await query<Record<string, string>>(
    server,
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit`,
  )
  const { version, fsync, commit } = settings!
  console.log(`${availableParallelism()} cores (${cpus()[0]?.model}), Node ${process.versions.node}`)
  console.log(`PostgreSQL ${version}, fsync ${fsync}, synchronous_commit ${commit}`)
  const load = warmUpSeconds ? `${CONNECTIONS} connections, ${warmUpSeconds} s of warming up, ` : ''
  console.log(`${load}all of it on this machine\n`)
}

export function printLoad(measured: Measured[]): void {
  console.log(`Signed deliveries acknowledged, ${measured[0]!.load.bodyBytes} bytes each`)
  printRounds(measured)
  const floor = median(measured, 'floor')
  const acknowledging = median(measured, 'acknowledging') / floor
  const working = median(measured, 'working') / floor
  console.log(
    `  ratio of the medians to the floor's: ${acknowledging.toFixed(2)} workers off, ${working.toFixed(2)} workers on`,
  )
  console.log(`  bar: ${BAR} ${acknowledging >= BAR ? 'kept' : 'MISSED'}\n`)
  if (acknowledging < BAR) process.exitCode = 1
}

/** What one waits for at half of what the product takes at most, and at as much the floor. */
export function printHalf(measured: Measured[]): void {
  console.log('At half of that, evenly')
  printRounds(measured)
  for (const what of ['acknowledging', 'working'] as const) {
    const p99Ms = median(measured, what, 'p99Ms')
    const isQuick = p99Ms < HALF_LOAD_BAR_MS
    console.log(
      `  ${NAMES[what]}: median p99 ${p99Ms} ms, the floor's ${median(measured, 'floor', 'p99Ms')} ms` +
        `   bar: p99 < ${HALF_LOAD_BAR_MS} ms ${isQuick ? 'kept' : 'MISSED'}`,
    )
    if (!isQuick) process.exitCode = 1
  }
}

function printRounds(measured: Measured[]): void {
  for (const { what, round, load, kept, stored } of measured) {
    const { perSecond, p50Ms, p99Ms, refused, acknowledged } = load
    const extra = stored === null ? '' : `, ${stored} messages stored by then`
    console.log(
      `  ${NAMES[what].padEnd(36)} round ${round} ${rate(perSecond)}   p50 ${p50Ms} ms   p99 ${p99Ms} ms` +
        `   refused ${refused}   ${kept >= acknowledged ? 'all kept' : `LOST ${acknowledged - kept}`}${extra}`,
    )
    if (refused > 0 || kept < acknowledged) process.exitCode = 1
  }
}

/** Of an odd number of rounds: one that the machine was busy with something else in does not count. */
export function median(
  measured: Measured[],
  what: Measured['what'],
  of: 'perSecond' | 'p99Ms' = 'perSecond',
): number {
  const values = measured.filter((one) => one.what === what).map(({ load }) => load[of])
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

function rate(perSecond: number): string {
  return `${Math.round(perSecond)}/s`.padStart(9)
}
