import type { GraphAccess } from '../credentials.ts'
import { knownProblem } from '../errors/known-problem.ts'
import { type ResumableFile, resumableUpload } from '../media/resumable-upload.ts'

/** Meta takes pictures of up to 5 MB; square ones of 640 pixels look best. */
export const MAX_PICTURE_BYTES = 5 * 1024 * 1024

/** By their first bytes, because a name and a type are only said. */
export function pictureType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | null {
  const startsWith = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (startsWith(0xff, 0xd8, 0xff)) return 'image/jpeg'
  return startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? 'image/png' : null
}

/**
 * Checks a picture that somebody chose.
 *
 * @throws ChannelError 422 with `fieldErrors.picture`
 */
export function readPicture(bytes: Uint8Array): ResumableFile {
  if (bytes.byteLength > MAX_PICTURE_BYTES) {
    throw knownProblem('picture_too_large', 'picture')
  }
  const mimeType = pictureType(bytes)
  if (!mimeType) {
    throw knownProblem('picture_unreadable', 'picture')
  }
  return { bytes, mimeType, fileName: mimeType === 'image/png' ? 'profile.png' : 'profile.jpg' }
}

/** Meta keeps such files with the app, so the connection has to name it. */
export function uploadForApp(
  access: GraphAccess,
  appId: string | null | undefined,
  file: ResumableFile,
): Promise<string> {
  if (appId) return resumableUpload(access, appId, file)
  throw knownProblem('app_id_missing')
}
