import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import { fileTypeFromBuffer } from 'file-type'
import {
  detectAttachmentMimeType,
  getAttachmentExtension,
  hasDangerousExecutableExtension,
  isActiveContentAttachment,
  sanitizeUploadedFileName,
} from './security.ts'
import { resolveDefaultAttachmentMaxUploadBytes } from './upload-limits.ts'

const PROGRAMS =
  /^application\/(x-msdownload|vnd\.microsoft\.portable-executable|x-elf|x-mach-binary|wasm|java-vm|x-shockwave-flash|x-apple-diskimage|x-msi|x-ms-shortcut|x-deb|x-rpm|vnd\.android\.package-archive|java-archive|x-iso9660-image|vnd\.ms-htmlhelp)$/

/** What a name promises; sound and video share their containers. */
const PROMISES: [extensions: RegExp, content: RegExp][] = [
  [/^(jpe?g|png|gif|webp|avif|heic|heif|bmp|tiff?)$/, /^image\//],
  [/^(mp3|m4a|aac|ogg|oga|opus|wav|amr|flac|weba|mp4|m4v|mov|webm|3gpp?|mkv|avi|ogv)$/, /^(audio|video)\//],
  [/^pdf$/, /^application\/pdf$/],
]

export interface Upload {
  fileName: string
  mimeType: string
  bytes: Buffer
}

/** The upload with a clean name and the type that its content has; throws a 422 that says why it is not taken. */
export async function screenUpload(upload: Upload): Promise<Upload> {
  const { bytes } = upload
  if (bytes.length === 0) throw refused('file_empty', 'The file is empty.', 'Choose another file.')
  const limit = resolveDefaultAttachmentMaxUploadBytes()
  if (bytes.length > limit) {
    const megabytes = Math.floor(limit / 1024 / 1024)
    throw refused('file_too_large', 'The file is too large.', `Choose one of at most ${megabytes} MB.`)
  }
  const fileName = sanitizeUploadedFileName(upload.fileName)
  const recognised = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  const isActive =
    hasDangerousExecutableExtension(fileName) ||
    isActiveContentAttachment(bytes, fileName, recognised ?? upload.mimeType) ||
    PROGRAMS.test(recognised ?? '')
  if (isActive) {
    throw refused(
      'file_active',
      'Files that can run something, such as pages, SVG pictures, scripts and programs, are not taken.',
      'Send it as a PDF or as a picture.',
    )
  }
  const mimeType = recognised ?? detectAttachmentMimeType(bytes, fileName, upload.mimeType)
  const promised = PROMISES.find(([extensions]) => extensions.test(getAttachmentExtension(fileName)))
  if (promised && !promised[1].test(mimeType)) {
    throw refused(
      'file_not_what_it_says',
      'The content of the file is not what its name says.',
      'Check the file, or give it the right name.',
    )
  }
  return { fileName, mimeType, bytes }
}

function refused(code: string, error: string, action: string): CrudHttpError {
  return new CrudHttpError(422, { error, code, action })
}
