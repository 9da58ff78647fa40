import { knownProblem } from '../../../errors/known-problem.ts'
import type { ResumableFile } from '../../../media/resumable-upload.ts'

export const SAMPLE_KINDS = ['image', 'video', 'document'] as const
export type SampleKind = (typeof SAMPLE_KINDS)[number]

const MB = 1024 * 1024

/**
 * What Meta takes as the sample of a header.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components#media-headers
 */
const MOST_BYTES: Record<SampleKind, number> = { image: 5 * MB, video: 16 * MB, document: 100 * MB }
export const LARGEST_SAMPLE = MOST_BYTES.document

interface FileType {
  kind: SampleKind
  mimeType: string
  extension: string
  /** Where its signature begins, and the bytes of that. */
  at: number
  signature: readonly number[]
}

const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0))

/** By their first bytes, because a name and a type are only said. */
const FILE_TYPES: readonly FileType[] = [
  { kind: 'image', mimeType: 'image/jpeg', extension: 'jpg', at: 0, signature: [0xff, 0xd8, 0xff] },
  {
    kind: 'image',
    mimeType: 'image/png',
    extension: 'png',
    at: 0,
    signature: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a],
  },
  { kind: 'video', mimeType: 'video/mp4', extension: 'mp4', at: 4, signature: ascii('ftyp') },
  { kind: 'document', mimeType: 'application/pdf', extension: 'pdf', at: 0, signature: ascii('%PDF-') },
]

/** Films of other makers begin alike, and say in the next four bytes whose they are. */
const NOT_MP4 = new Set(['qt  ', 'heic', 'heix', 'mif1', 'msf1', 'avif', 'avis', 'M4A ', 'M4B '])

/**
 * Checks a file that somebody chose as the sample of a header.
 *
 * @throws ChannelError 422 with `fieldErrors.sample`
 */
export function sampleFile(kind: SampleKind, bytes: Uint8Array): ResumableFile {
  if (bytes.byteLength === 0) throw knownProblem(`sample_not_${kind}`, 'sample')
  refuseTooLarge(kind, bytes.byteLength)
  const type = FILE_TYPES.find((one) => one.kind === kind && isOf(one, bytes))
  if (!type) throw knownProblem(`sample_not_${kind}`, 'sample')
  return { bytes, mimeType: type.mimeType, fileName: `sample.${type.extension}` }
}

/** @throws ChannelError 422, also before any of it was read */
export function refuseTooLarge(kind: SampleKind, size: number): void {
  if (size > MOST_BYTES[kind]) throw knownProblem(`sample_${kind}_too_large`, 'sample')
}

function isOf({ mimeType, at, signature }: FileType, bytes: Uint8Array): boolean {
  if (!signature.every((byte, index) => bytes[at + index] === byte)) return false
  return mimeType !== 'video/mp4' || !NOT_MP4.has(String.fromCharCode(...bytes.subarray(8, 12)))
}
