import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Attachment } from '../data/entities.ts'
import { parseByteRange } from './byte-range.ts'
import type { StorageDriver } from './drivers.ts'
import { buildAttachmentContentDisposition } from './security.ts'

/** For whatever strangers made: to be saved rather than shown, and locked up where it is shown all the same. */
export const LOCKED_UP: Record<string, string> = {
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/** The file, or the part of it that was asked for, streamed from where the driver puts it. */
export async function fileResponse(
  driver: StorageDriver,
  attachment: Attachment,
  rangeHeader: string | null,
): Promise<Response> {
  const { filePath, cleanup } = await driver.toLocalPath(attachment.partitionCode, attachment.storagePath)
  try {
    const { size } = await stat(filePath)
    const range = parseByteRange(rangeHeader, size)
    if (range === 'unsatisfiable') {
      await cleanup()
      return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
    }
    const { start, end } = range ?? { start: 0, end: size - 1 }
    const stream = size > 0 ? createReadStream(filePath, { start, end }) : Readable.from([])
    stream.once('close', () => void cleanup().catch(() => undefined))
    return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
      status: range ? 206 : 200,
      headers: {
        ...LOCKED_UP,
        'content-type': attachment.mimeType,
        'content-length': String(end - start + 1),
        'content-disposition': buildAttachmentContentDisposition(attachment.fileName),
        'accept-ranges': 'bytes',
        ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
      },
    })
  } catch (error) {
    await cleanup()
    throw error
  }
}
