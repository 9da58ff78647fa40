import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Keeps bytes by what they are: the same file twice takes the room of one. */
export type FileStore = {
  /** Returns the SHA-256 in hex. */
  put(bytes: Buffer): Promise<string>
  /** Null when it is not here. */
  read(sha256: string): Promise<Buffer | null>
  /** Throws everything else away. */
  keepOnly(wanted: Set<string>): void
}

/** In `folder/files`, each in a file of its own beside the snapshot; without a folder in memory. */
export function openFileStore(folder: string | undefined): FileStore {
  return folder ? filesIn(join(folder, 'files')) : filesInMemory()
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function filesInMemory(): FileStore {
  const kept = new Map<string, Buffer>()
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      kept.set(sha256, bytes)
      return sha256
    },
    read: async (sha256) => kept.get(sha256) ?? null,
    keepOnly(wanted) {
      for (const sha256 of kept.keys()) if (!wanted.has(sha256)) kept.delete(sha256)
    },
  }
}

function filesIn(folder: string): FileStore {
  mkdirSync(folder, { recursive: true })
  let writes = 0
  return {
    async put(bytes) {
      const sha256 = sha256Of(bytes)
      const file = join(folder, sha256)
      if (existsSync(file)) return sha256
      // Written beside and renamed: a kill leaves no half of a file under a whole one's name.
      writes += 1
      const unfinished = `${file}.new-${writes}`
      await writeFile(unfinished, bytes, { mode: 0o600 })
      await rename(unfinished, file)
      return sha256
    },
    read: (sha256) => readFile(join(folder, sha256)).catch(() => null),
    keepOnly(wanted) {
      for (const name of readdirSync(folder)) if (!wanted.has(name)) rmSync(join(folder, name))
    },
  }
}
