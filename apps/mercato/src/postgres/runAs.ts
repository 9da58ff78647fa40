import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** The user PostgreSQL runs as; undefined where it is simply the user of this process. */
export interface RunAs {
  uid: number
  gid: number
  name: string
}

/**
 * PostgreSQL refuses to run as root. It then runs as a user that is on the machine already; nothing is added to
 * somebody's system. Data that is there is run by its owner.
 */
export function chooseUser(dataFolder: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0)
  const owner = statSync(dataFolder, { throwIfNoEntry: false })
  const found = owner?.uid
    ? users.find(({ uid }) => uid === owner.uid)
    : (users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody'))
  if (found) return found
  throw new Error(
    'PostgreSQL cannot run as root, and this machine has neither a user "postgres" nor "nobody". ' +
      'Start as another user, or set DATABASE_URL to a PostgreSQL of yours.',
  )
}

/** Whether that user can reach and read the path: every folder on the way counts. */
export function canRead(user: RunAs | undefined, path: string): boolean {
  if (!user) return true
  const { status } = spawnSync('/bin/sh', ['-c', 'test -r "$0"', path], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
  })
  return status === 0
}

/** Whether that user can enter the folder, or could once we have made it. */
export function canEnter(user: RunAs | undefined, folder: string): boolean {
  if (!user) return true
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
  })
  return status === 0
}
