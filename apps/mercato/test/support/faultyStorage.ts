import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  LocalStorageDriver,
  registerExternalStorageDriver,
  type StorageDriver,
} from '@open-mercato/core/modules/attachments/lib/drivers'
import type { Shop } from './shop.ts'

/** A place for files that fails on demand; what goes wrong next is used up by one call each. */
export interface FaultyStorage {
  failStores: Error[]
  failDeletes: Error[]
  /** Called before bytes are stored, with how many were asked to be stored until then. */
  beforeStore: ((earlier: number) => Promise<void> | void) | null
  /** How many files lie there. */
  count(): Promise<number>
}

/** From here on private files of the shop go there. */
export async function useFaultyStorage(shop: Shop): Promise<FaultyStorage> {
  const root = join(shop.dataDir, 'faulty')
  const local = new LocalStorageDriver(root)
  const storage: FaultyStorage = {
    failStores: [],
    failDeletes: [],
    beforeStore: null,
    async count() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
      return entries.filter((entry) => entry.isFile()).length
    },
  }
  let asked = 0
  const driver: StorageDriver = {
    key: 'faulty',
    async store(payload) {
      await storage.beforeStore?.(asked++)
      const failure = storage.failStores.shift()
      if (failure) throw failure
      return local.store(payload)
    },
    read: (partition, path) => local.read(partition, path),
    toLocalPath: (partition, path) => local.toLocalPath(partition, path),
    async delete(partition, path) {
      const failure = storage.failDeletes.shift()
      if (failure) throw failure
      await local.delete(partition, path)
    },
  }
  registerExternalStorageDriver('faulty', () => driver)
  await shop.sql(
    `update attachment_partitions set storage_driver = 'faulty' where code = 'privateAttachments'`,
  )
  return storage
}
