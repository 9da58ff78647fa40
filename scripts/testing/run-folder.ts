import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const entry = 'scripts/test.ts'

/**
 * The folder of this test run, `<parent>/<our pid>`. PostgreSQL leaves root behind and runs as another user,
 * who must be able to enter the folder.
 */
export function makeRunFolder(parent = runsFolder()): string {
  const folder = join(parent, String(process.pid))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  if (statSync(parent).uid !== process.getuid?.()) throw new Error(`${parent} belongs to somebody else`)
  chmodSync(parent, 0o755)
  chmodSync(folder, 0o755)
  return folder
}

/** Stops the servers and removes the folders of runs that ended without doing so (SIGKILL, power). */
export async function clearAbandonedRuns(parent = runsFolder()): Promise<void> {
  if (!existsSync(parent)) return
  for (const owner of readdirSync(parent)) {
    if (commandOf(Number(owner)).includes(entry)) continue
    const folder = join(parent, owner)
    for (const pidFile of globSync('{*,*/*,*/*/*}/postmaster.pid', { cwd: folder })) {
      await stopServer(folder, Number(readFileSync(join(folder, pidFile), 'utf8').split('\n')[0]))
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

const MEMORY = '/dev/shm'
const ROOM_BYTES = 8 * 1024 ** 3

// Not TMPDIR where it can be avoided: that is often a folder which only its owner may enter. What lives for minutes needs
// no disk, where there is memory to spare.
function runsFolder(): string {
  const shared = hasRoom(MEMORY) ? MEMORY : existsSync('/var/tmp') ? '/var/tmp' : tmpdir()
  return join(shared, `open-mercato-tests-${process.getuid?.() ?? 'user'}`)
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return Math.min(bavail * bsize, freemem()) >= ROOM_BYTES
}

// The pid may have been given to another program since: only a server that works in this folder is stopped.
async function stopServer(folder: string, pid: number): Promise<void> {
  if (!commandOf(pid).includes(folder)) return
  // PostgreSQL's "immediate shutdown"; the data is thrown away anyway.
  process.kill(pid, 'SIGQUIT')
  const deadline = Date.now() + 10_000
  while (commandOf(pid).includes(folder) && Date.now() < deadline) await pause(50)
}

/** The command line of a running process; empty when there is none of that id. */
export function commandOf(pid: number): string {
  if (!Number.isInteger(pid) || pid <= 0) return ''
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
