export interface StoreFilePayload {
  partitionCode: string
  orgId: string | null | undefined
  tenantId: string | null | undefined
  fileName: string
  buffer: Buffer
}

export interface StoredFile {
  storagePath: string
  driverMeta?: Record<string, unknown> | null
}

export interface ReadFileResult {
  buffer: Buffer
  contentType?: string
}

/**
 * A place for bytes. `store` has them safe when it returns, under a path of its own making, or leaves nothing.
 * Deleting what is not there is no error. Failures are `StorageError`s.
 */
export interface StorageDriver {
  readonly key: string
  store(payload: StoreFilePayload): Promise<StoredFile>
  read(partitionCode: string, storagePath: string): Promise<ReadFileResult>
  delete(partitionCode: string, storagePath: string): Promise<void>
  /** The file below a local path, for streaming or for tools; `cleanup` when done with it. Never write to it. */
  toLocalPath(
    partitionCode: string,
    storagePath: string,
  ): Promise<{ filePath: string; cleanup(): Promise<void> }>
}
