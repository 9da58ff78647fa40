import { MediaError } from '../adapter/media.ts'
import { ChannelError } from '../errors.ts'

/** How the host's storage says why it could not: with words for a person. */
interface StorageFailure extends Error {
  code: string
  publicMessage: string
  action: string
}

/** For somebody who waits for the answer: 503 with the storage's own words; anything else as it is. */
export function storageRefusal(failure: unknown): unknown {
  if (!isStorageFailure(failure)) return failure
  return new ChannelError(503, failure.code, failure.publicMessage, failure.action)
}

/** Known by its form, because a plugin shares no class with its host's storage. */
function isStorageFailure(failure: unknown): failure is StorageFailure {
  return failure instanceof Error && failure.name === 'StorageError' && 'publicMessage' in failure
}

/** Whatever kept a file from being handed over, as one kind of failure. What nobody foresaw may be over in a moment. */
export function mediaFailure(failure: unknown, unforeseen: { code: string; message: string }): MediaError {
  if (failure instanceof MediaError) return failure
  if (isStorageFailure(failure)) {
    const { code, publicMessage, action } = failure
    // Once the storage can be used again, the file is where it was; only what is gone stays gone.
    return new MediaError(code, publicMessage, { action, retryable: code !== 'storage_file_missing' })
  }
  return new MediaError(unforeseen.code, unforeseen.message, { retryable: true })
}
