const FAILURES = {
  storage_file_missing: {
    message: 'The stored file is not there.',
    action: 'Ask whoever runs the installation whether the storage was moved or emptied.',
    retryable: false,
  },
  storage_full: {
    message: 'There is no room left where files are stored.',
    action: 'Ask whoever runs the installation to make room, then try again.',
    retryable: true,
  },
  storage_denied: {
    message: 'The storage refuses access.',
    action: 'Ask whoever runs the installation to check the rights and credentials of the storage.',
    retryable: false,
  },
  storage_misconfigured: {
    message: 'The storage is not set up correctly.',
    action: 'Ask whoever runs the installation to check the settings of the storage.',
    retryable: false,
  },
  storage_unavailable: {
    message: 'The storage does not answer right now.',
    action: 'Try again in a moment.',
    retryable: true,
  },
  storage_path_invalid: {
    message: 'This is not a path of a stored file.',
    action: 'Report this to whoever runs the installation.',
    retryable: false,
  },
} as const

export type StorageErrorCode = keyof typeof FAILURES

/** Why bytes could not be stored, read or deleted; `retryable` says whether trying again makes sense. */
export class StorageError extends Error {
  override name = 'StorageError'
  readonly code: StorageErrorCode
  readonly action: string
  readonly retryable: boolean
  /** The message without what is for the log only. */
  readonly publicMessage: string

  /** `detail` is for the log: what the system or the service said, never a name or content of a file. */
  constructor(code: StorageErrorCode, detail?: string, options?: { cause?: unknown }) {
    const { message, action, retryable } = FAILURES[code]
    super(detail ? `${message} (${detail})` : message, options)
    this.code = code
    this.action = action
    this.retryable = retryable
    this.publicMessage = message
  }
}
