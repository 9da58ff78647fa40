import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './durable-write.ts'
import { localFailure } from './local-failure.ts'
import type { ReadFileResult, StorageDriver, StoredFile, StoreFilePayload } from './storage-driver.ts'
import { StorageError } from './storage-error.ts'
import { newStoragePath, storagePathSegments } from './storage-path.ts'

// A dot, so that no path of a stored file leads here.
const WORK_FOLDER = '.unfinished'
/** Longer than any write takes. */
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1000

/** Files below one folder of this machine. */
export class LocalStorageDriver implements StorageDriver {
  readonly key = 'local'
  private readonly root: string
  private tidied: Promise<void> | undefined

  constructor(root: string) {
    this.root = root
  }

  async store(payload: StoreFilePayload): Promise<StoredFile> {
    this.tidied ??= removeAbandoned(join(this.root, WORK_FOLDER))
    await this.tidied
    const storagePath = newStoragePath(payload)
    try {
      await writeDurably(this.pathOf(storagePath), payload.buffer, join(this.root, WORK_FOLDER))
    } catch (error) {
      const failure = localFailure(error)
      // Nothing was to be read here: a folder vanished or cannot be made.
      if (failure.code !== 'storage_file_missing') throw failure
      throw new StorageError('storage_misconfigured', 'ENOENT', { cause: error })
    }
    return { storagePath }
  }

  async read(_partitionCode: string, storagePath: string): Promise<ReadFileResult> {
    const buffer = await readFile(this.pathOf(storagePath)).catch((error) =>
      Promise.reject(localFailure(error)),
    )
    return { buffer }
  }

  async delete(_partitionCode: string, storagePath: string): Promise<void> {
    await rm(this.pathOf(storagePath), { force: true }).catch((error) => Promise.reject(localFailure(error)))
  }

  async toLocalPath(_partitionCode: string, storagePath: string) {
    const filePath = this.pathOf(storagePath)
    await stat(filePath).catch((error) => Promise.reject(localFailure(error)))
    return { filePath, cleanup: async () => undefined }
  }

  private pathOf(storagePath: string): string {
    return join(this.root, ...storagePathSegments(storagePath))
  }
}

/** What a process left behind that was killed while it wrote. */
async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const path = join(folder, name)
    const written = await stat(path).catch(() => null)
    if (written && written.mtimeMs < Date.now() - ABANDONED_AFTER_MS) {
      await rm(path, { force: true }).catch(() => undefined)
    }
  }
}
