import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { StorageError } from './drivers/storage-error.ts'

/** What the storage could not do becomes an answer that says whether to come again. The detail is for the log. */
export async function answerStorageError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    createLogger('attachments').error('The storage failed.', { code: error.code, err: error })
    const status = error.code === 'storage_file_missing' ? 404 : error.retryable ? 503 : 500
    throw new CrudHttpError(
      status,
      { error: error.publicMessage, code: error.code, action: error.action },
      { cause: error },
    )
  }
}
