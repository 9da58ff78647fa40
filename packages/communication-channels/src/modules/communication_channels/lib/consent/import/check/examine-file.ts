import { isUtf8 } from 'node:buffer'
import { ChannelError } from '../../../errors.ts'

/** Of a file that is no list at all, what it is instead: by how it begins. */
const OTHER_KINDS: [bytes: number[], kind: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'spreadsheet'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'spreadsheet'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x1f, 0x8b], 'compressed'],
]

const SENTENCES: Record<string, [sentence: string, action: string]> = {
  list_empty: ['The file is empty.', 'Choose a file with a line of headings and one line for each person.'],
  file_spreadsheet: [
    'This is a spreadsheet, whatever its name ends in.',
    'Open it and save it as “CSV UTF-8”, then choose that file.',
  ],
  file_pdf: ['This is a PDF.', 'Choose the list as CSV; name the PDF as the document that proves it.'],
  file_compressed: ['This file is compressed.', 'Unpack it and choose the list in it.'],
  file_not_text: ['This file is no text.', 'Choose a list saved as CSV.'],
  encoding_utf16: [
    'The file is written in UTF-16, as “Unicode text” of a spreadsheet.',
    'Save it as “CSV UTF-8”, then choose that file.',
  ],
  encoding_unknown: [
    'The file is not written in UTF-8, so letters such as é or ł cannot be read with certainty.',
    'Save it as “CSV UTF-8”, then choose that file.',
  ],
}

/**
 * Whether it can be read as a list, by its content and not by its name.
 *
 * @throws ChannelError 422 which says what it is instead
 */
export function examineFile(bytes: Uint8Array): void {
  const code = codeOf(bytes)
  if (!code) return
  const [sentence, action] = SENTENCES[code]!
  throw new ChannelError(422, code, sentence, action, { fieldErrors: { file: sentence } })
}

function codeOf(bytes: Uint8Array): string | null {
  const kind = OTHER_KINDS.find(([start]) => start.every((byte, at) => bytes[at] === byte))
  if (kind) return `file_${kind[1]}`
  const isMarked16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isMarked16 || isUnmarked16(bytes)) return 'encoding_utf16'
  if (bytes.includes(0)) return 'file_not_text'
  if (!isUtf8(bytes)) return 'encoding_unknown'
  return isBlank(bytes) ? 'list_empty' : null
}

/** A heading is plain letters: in UTF-16 every other byte of it is zero. */
function isUnmarked16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64)
  const zeros = start.filter((byte) => byte === 0).length
  return start.length >= 8 && zeros >= start.length * 0.4 && zeros <= start.length * 0.6
}

function isBlank(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return bytes.subarray(start).every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
}
