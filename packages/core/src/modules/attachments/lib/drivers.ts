export { StorageDriverFactory } from './drivers/driver-factory.ts'
export {
  registerExternalCredentialEnhancer,
  registerExternalStorageDriver,
} from './drivers/external-drivers.ts'
export { LocalStorageDriver } from './drivers/local-driver.ts'
export type { ReadFileResult, StorageDriver, StoredFile, StoreFilePayload } from './drivers/storage-driver.ts'
