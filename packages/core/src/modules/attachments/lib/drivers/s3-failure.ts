import { StorageError, type StorageErrorCode } from './storage-error.ts'

/** By S3's own code where it tells more than the status does: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const CODES: Record<string, StorageErrorCode> = {
  NoSuchKey: 'storage_file_missing',
  NoSuchBucket: 'storage_misconfigured',
  InvalidBucketName: 'storage_misconfigured',
  PermanentRedirect: 'storage_misconfigured',
  AuthorizationHeaderMalformed: 'storage_misconfigured',
  RequestTimeout: 'storage_unavailable',
  OperationAborted: 'storage_unavailable',
  SlowDown: 'storage_unavailable',
  QuotaExceeded: 'storage_full',
  XMinioStorageFull: 'storage_full',
}

export function s3Failure(status: number, body: string): StorageError {
  const s3Code = /<Code>(\w{1,80})<\/Code>/.exec(body)?.[1]
  const detail = ['S3', String(status), s3Code].filter(Boolean).join(' ')
  return new StorageError(CODES[s3Code ?? ''] ?? byStatus(status), detail)
}

function byStatus(status: number): StorageErrorCode {
  if (status >= 500 || status === 429 || status === 408) return 'storage_unavailable'
  if (status === 401 || status === 403) return 'storage_denied'
  if (status === 404) return 'storage_file_missing'
  return 'storage_misconfigured'
}

/** What never came to an answer: no name, no connection, a connection that broke, silence. It may pass. */
export function s3NetworkFailure(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  const { code } = error as NodeJS.ErrnoException
  return new StorageError('storage_unavailable', code, { cause: error })
}
