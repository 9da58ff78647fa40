import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Places } from './places.ts'
import { runningPostmaster, stopPostmaster } from './postmaster.ts'

export const DATABASE_USER = 'mercato'

const run = promisify(execFile)

/** Made at the first start and kept readable for us alone. `isNew`: there was none. */
export function databasePassword(dataDir: string): { password: string; isNew: boolean } {
  const file = join(dataDir, 'postgres.password')
  const isNew = !existsSync(file)
  if (isNew) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return { password: readFileSync(file, 'utf8').trim(), isNew }
}

/**
 * Puts aside data whose password is gone, as when DATA_DIR was removed and the data lay outside of it. Nobody
 * can open it any more, but throwing it away is not for us to decide; only what was put aside before goes.
 */
export async function putAsideLockedData({ data, notes }: Places): Promise<void> {
  if (!existsSync(data)) return
  const running = runningPostmaster(data)
  if (running) await stopPostmaster(running.pid)
  rmSync(`${data}.locked`, { recursive: true, force: true })
  renameSync(data, `${data}.locked`)
  notes.push(
    `The password of the database in ${data} is gone. It is now ${data}.locked, and a new one was made.`,
  )
}

/** Makes the data folder unless it is there. One that was interrupted in the making is made again. */
export async function ensureCluster(places: Places, password: string, isDurable: boolean): Promise<void> {
  const { data, home, user, binaries } = places
  if (existsSync(data)) return
  const unfinished = `${data}.unfinished`
  const passwordFile = join(home, 'password.once')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid)
  try {
    await run(
      join(binaries, 'bin', 'initdb'),
      [
        `--pgdata=${unfinished}`,
        `--username=${DATABASE_USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(isDurable ? [] : ['--no-sync']),
      ],
      {
        cwd: home,
        ...(user && { uid: user.uid, gid: user.gid }),
        env: { PATH: process.env.PATH, LC_ALL: 'C' },
      },
    )
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string }
    throw new Error(`PostgreSQL could not make its data folder ${data}: ${stderr?.trim() || message}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, data)
}
