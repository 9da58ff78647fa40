import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A server that is running on this data folder, as its own pid file tells. */
export interface Postmaster {
  pid: number
  port: number
}

/** Null when none is running; a pid file that outlived its process, or whose number is somebody else's now, counts as none. */
export function runningPostmaster(data: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const [pid, , , port] = lines.map(Number)
  return pid && isPostgres(pid) ? { pid, port: port || 0 } : null
}

function isPostgres(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  if (stdout) return /postgres/.test(stdout)
  try {
    return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return false
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Fast shutdown, then immediate: SIGINT ends sessions and writes everything down, SIGQUIT leaves that to recovery. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await isGone(pid, patienceMs)) return
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`)
}

async function isGone(pid: number, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await new Promise((done) => setTimeout(done, 25))
  }
  return true
}
