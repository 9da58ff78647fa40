import { supportedExtensions } from 'file-type'
import { cleanFileName, extensionOf, fileNameFor } from '../examine/clean-file-name.ts'
import type { ExaminedFile } from '../examine/examine-file.ts'
import { MAX_FILE_BYTES } from '../max-file-bytes.ts'

/** Why a file is not taken at all, or not for one use. */
export interface FileProblem {
  code: string
  message: string
  action: string
}

type Examined = Pick<
  ExaminedFile,
  'mimeType' | 'kind' | 'extension' | 'byteSize' | 'isDamaged' | 'pixelsTooMany'
>

/**
 * Whether a file may be kept for sending at all; null where it may.
 *
 * @param saidName as staff's computer calls it; null where nobody of ours named it
 */
export function checkFile(file: Examined, saidName: string | null): FileProblem | null {
  if (file.byteSize === 0)
    return { code: 'file_empty', message: 'The file is empty.', action: 'Choose another one.' }
  if (file.byteSize > MAX_FILE_BYTES) {
    return {
      code: 'file_too_large',
      message: 'The file is larger than 100 MB.',
      action: 'Send a smaller one, or a link to it.',
    }
  }
  if (file.kind === 'active') {
    return {
      code: 'file_active',
      message:
        'The file can run on the computer of whoever opens it (a web page, a drawing with scripts, a program).',
      action: 'Send it as a PDF or as a picture.',
    }
  }
  if (saidName !== null && saysOtherwise(saidName, file)) {
    return {
      code: 'file_not_what_it_says',
      message: 'The content of the file is not what its name says.',
      action: file.extension
        ? `Check the file. If it is the right one, let its name end in .${file.extension}.`
        : 'Check whether it is the right file, and whether it is whole.',
    }
  }
  if (file.pixelsTooMany) {
    return {
      code: 'file_too_many_pixels',
      message: 'The picture has too many pixels.',
      action: 'Make it smaller, to 50 million pixels at most.',
    }
  }
  if (file.isDamaged) {
    return {
      code: 'file_unreadable',
      message: 'The picture is damaged and cannot be read.',
      action: 'Save it anew, or choose another one.',
    }
  }
  return null
}

/** A name without an ending, or with one that stands for nothing in particular, says nothing. */
function saysOtherwise(saidName: string, type: Examined): boolean {
  const said = extensionOf(cleanFileName(saidName))
  if (said === null) return false
  if (type.extension === null) return said !== 'cfb' && supportedExtensions.has(said as never)
  const name = `file.${said}`
  return !fileNameFor(name, type).startsWith(name)
}
