import type { EntityManager } from '@mikro-orm/postgresql'
import { AttachmentPartition } from '../../data/entities.ts'
import type { AttachmentStorage } from './attachment-storage.ts'
import { type DriverConfig, type DriverScope, enhancedConfig, externalDriver } from './external-drivers.ts'
import type { StorageDriver } from './storage-driver.ts'
import { StorageError } from './storage-error.ts'

/** Finds the driver for new files and for those that are stored already. */
export class StorageDriverFactory {
  private readonly em: EntityManager
  private readonly attachmentStorage: AttachmentStorage

  constructor(em: EntityManager, attachmentStorage: AttachmentStorage) {
    this.em = em
    this.attachmentStorage = attachmentStorage
  }

  /** Where a new file of the partition goes. `driver.key` belongs into the attachment's `storageDriver`. */
  async resolveForPartition(partitionCode: string, scope?: DriverScope): Promise<StorageDriver> {
    const partition = await this.em.fork().findOne(AttachmentPartition, { code: partitionCode })
    if (!partition || partition.storageDriver === 'default') return this.attachmentStorage.standard
    const { storageDriver, configJson } = partition
    const config = scope ? await enhancedConfig(storageDriver, configJson ?? {}, scope) : (configJson ?? {})
    return this.resolveForAttachment(storageDriver, config)
  }

  /** The driver that has a stored file, by the `storageDriver` of its row. */
  resolveForAttachment(driverKey: string, config?: DriverConfig | null): StorageDriver {
    const driver = this.attachmentStorage.byKey.get(driverKey) ?? externalDriver(driverKey, config ?? {})
    if (!driver) throw new StorageError('storage_misconfigured', `no storage called ${driverKey}`)
    return driver
  }
}
