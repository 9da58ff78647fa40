import type { CheckedFile } from '../rules/media/media-fit.ts'

/** Bytes that the simulator keeps, by the SHA-256 of them in hex. */
export type KeptFile = CheckedFile & { sha256: string; fileName: string | null }

/** A file that Meta has for one number, until it expires or is deleted. */
export type Media = KeptFile & {
  id: string
  phoneNumberId: string
  origin: 'uploaded' | 'received'
  /** Milliseconds since 1970. */
  expiresAt: number
}

/** A file on the phone: it stays there when Meta's copy is gone. `source` is the id or address the message names. */
export type MessageFile = Pick<KeptFile, 'sha256' | 'mimeType' | 'byteSize' | 'fileName'> & { source: string }

/** A file that is uploaded in pieces; `file` are the bytes that have come so far. */
export type UploadSession = {
  id: string
  appId: string
  fileName: string | null
  mimeType: string
  byteSize: number
  file: KeptFile | null
}

/** A file whose upload is complete, by its handle: the example of a template's header, or a profile's picture. */
export type HandledFile = KeptFile & { appId: string }

const DAY_MS = 24 * 60 * 60 * 1000

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media */
export const KEPT_FOR_MS: Record<Media['origin'], number> = { uploaded: 30 * DAY_MS, received: 7 * DAY_MS }

export function messageFile(file: KeptFile, source: string): MessageFile {
  const { sha256, mimeType, byteSize, fileName } = file
  return { source, sha256, mimeType, byteSize, fileName }
}
