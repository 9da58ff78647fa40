import { StorageError, type StorageErrorCode } from './storage-error.ts'

// EFBIG is the file size limit of a process or file system; to whoever stores a file it is the same as a full disk.
const CODES: Record<string, StorageErrorCode> = {
  ENOENT: 'storage_file_missing',
  ENOSPC: 'storage_full',
  EDQUOT: 'storage_full',
  EFBIG: 'storage_full',
  EACCES: 'storage_denied',
  EPERM: 'storage_denied',
  EROFS: 'storage_denied',
  ENOTDIR: 'storage_misconfigured',
  EISDIR: 'storage_misconfigured',
  ENAMETOOLONG: 'storage_misconfigured',
}

/** What a failed system call means for a stored file. What is not known may pass, such as too many open files. */
export function localFailure(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  const { code } = error as NodeJS.ErrnoException
  return new StorageError(CODES[code ?? ''] ?? 'storage_unavailable', code, { cause: error })
}
