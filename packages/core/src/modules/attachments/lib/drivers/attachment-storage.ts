import { join } from 'node:path'
import { LocalStorageDriver } from './local-driver.ts'
import { S3StorageDriver } from './s3-driver.ts'
import type { S3Settings } from './s3-request.ts'
import type { StorageDriver } from './storage-driver.ts'

/** The drivers of this installation; `standard` gets new files. */
export interface AttachmentStorage {
  standard: StorageDriver
  byKey: ReadonlyMap<string, StorageDriver>
}

/** Files go to S3 where it is set up. Those stored on this machine before stay readable. */
export function openAttachmentStorage(settings: { dataDir: string; s3?: S3Settings }): AttachmentStorage {
  const local = new LocalStorageDriver(join(settings.dataDir, 'attachments'))
  const s3 = settings.s3 ? [new S3StorageDriver(settings.s3)] : []
  const drivers = [local, ...s3]
  return { standard: s3[0] ?? local, byKey: new Map(drivers.map((driver) => [driver.key, driver])) }
}
