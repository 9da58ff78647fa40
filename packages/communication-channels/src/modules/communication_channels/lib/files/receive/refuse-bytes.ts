import { MediaError } from '../../adapter/media.ts'
import type { ExaminedFile } from '../examine/examine-file.ts'
import { MAX_FILE_BYTES } from '../max-file-bytes.ts'

/** So often a file may differ from what was announced; then what comes is taken for what was sent. */
const DOUBTS = 3

/**
 * Whether what came is the file. It may have broken off on the way, so it is asked for again where its fingerprint is not
 * the announced one; but an announcement can be wrong too, and no file is lost to that.
 *
 * @returns null where it is to be kept
 */
export function refuseBytes(
  file: { sha256: string | null; attemptCount: number },
  examined: Pick<ExaminedFile, 'sha256' | 'byteSize'>,
): MediaError | null {
  const isAnnounced = file.sha256 === null || file.sha256 === examined.sha256
  if (examined.byteSize > MAX_FILE_BYTES) {
    const about = { action: 'Ask the customer for a smaller one, or for a link to it.', retryable: false }
    return new MediaError('too_large', 'The file is larger than 100 MB.', about)
  }
  if (!isAnnounced && file.attemptCount < DOUBTS) {
    return new MediaError('incomplete', 'The file did not come whole.', { retryable: true })
  }
  if (examined.byteSize === 0) {
    const about = { action: 'Ask the customer to send it again.', retryable: false }
    return new MediaError('file_empty', 'The file is empty.', about)
  }
  return null
}
