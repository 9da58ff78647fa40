import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Attachment } from '@open-mercato/core/modules/attachments/data/entities'
import { buildAttachmentContentDisposition } from '@open-mercato/core/modules/attachments/lib/security'
import { createLogger } from '@open-mercato/shared/lib/logger'
import { describeFailure } from '../../describe-failure.ts'
import { ChannelError, notFound } from '../../errors.ts'
import type { Scope } from '../../scope.ts'
import type { FileRow } from '../file-statements.ts'
import { findBytes, type StorageContext } from '../store/store-bytes.ts'
import { isShown, typeForBrowsers } from './browser-types.ts'
import { rangeOf } from './byte-range.ts'

export type FileVariant = 'original' | 'preview' | 'playable'

const logger = createLogger('communication_channels.files')

/**
 * The bytes of a file, or of its small picture or playable copy. They come from strangers: sandboxed, never sniffed, for
 * this origin alone, and kept by nobody but who asked.
 *
 * @param name clean, as downloads will be called
 */
export async function serveFile(
  ctx: StorageContext & { scope: Scope },
  file: FileRow,
  name: string | null,
  wanted: { variant: FileVariant; isDownload: boolean; request: Request },
): Promise<Response> {
  const attachmentId = storedAs(file, wanted.variant)
  const stored = attachmentId && (await findBytes(ctx, attachmentId))
  if (!stored) throw notFound('file')
  const { attachment, driver } = stored
  const etag = `"${file.sha256}${wanted.variant === 'original' ? '' : `-${attachment.id}`}"`
  const isKept = wanted.isDownload || isUnseen(file)
  const headers = headersOf(attachment, name, isKept, etag)
  const { headers: asked, method } = wanted.request
  if (isUnchanged(asked, etag)) return new Response(null, { status: 304, headers })
  const { fileSize: size } = attachment
  const ifRange = asked.get('if-range')
  const range = rangeOf(ifRange && ifRange !== etag ? null : asked.get('range'), size)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${size}`)
    headers.set('content-length', '0')
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: size - 1 }
  if (range) headers.set('content-range', `bytes ${start}-${end}/${size}`)
  headers.set('content-length', String(end - start + 1))
  const status = range ? 206 : 200
  if (method === 'HEAD') return new Response(null, { status, headers })
  const local = await driver
    .toLocalPath(attachment.partitionCode, attachment.storagePath)
    .catch((error: unknown) => Promise.reject(unreadable(file.id, error)))
  return new Response(streamOf(local, start, end), { status, headers })
}

function headersOf(attachment: Attachment, name: string | null, isDownload: boolean, etag: string): Headers {
  const { mimeType, fileName } = attachment
  const disposition = isShown(mimeType) && !isDownload ? 'inline' : 'attachment'
  return new Headers({
    'content-type': typeForBrowsers(mimeType),
    'content-disposition': buildAttachmentContentDisposition(name ?? fileName, disposition),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    // Asked for anew each time, because who may see it changes; the answer is then mostly a 304.
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag,
  })
}

/** A picture that was not unpacked here, because it is too large or broken, is not to be unpacked by a browser either. */
function isUnseen({ mimeType, previewAttachmentId }: FileRow): boolean {
  return previewAttachmentId === null && (mimeType ?? '').startsWith('image/')
}

function isUnchanged(asked: Headers, etag: string): boolean {
  const known = asked.get('if-none-match')?.split(',') ?? []
  return known.some((one) => one.trim().replace(/^W\//, '') === etag)
}

function storedAs(file: FileRow, variant: FileVariant): string | null {
  if (file.state === 'removed') {
    throw new ChannelError(
      410,
      'file_removed',
      'This file was removed.',
      'Ask the customer to send it again where you need it.',
    )
  }
  if (file.state !== 'stored') {
    throw new ChannelError(
      409,
      file.state === 'failed' ? 'file_failed' : 'file_waiting',
      'This file is not here yet.',
      file.state === 'failed' ? 'Fetch it again.' : 'Wait a moment.',
    )
  }
  if (variant === 'preview') return file.previewAttachmentId
  return (variant === 'playable' ? file.playableAttachmentId : null) ?? file.attachmentId
}

function streamOf(
  local: { filePath: string; cleanup(): Promise<void> },
  start: number,
  end: number,
): ReadableStream {
  const source = createReadStream(local.filePath, { start, end })
  source.once('close', () => void local.cleanup().catch(() => undefined))
  return Readable.toWeb(source) as ReadableStream
}

function unreadable(fileId: string, error: unknown): ChannelError {
  logger.error('a stored file could not be read', { fileId, reason: describeFailure(error) })
  return new ChannelError(
    503,
    'file_unreadable_now',
    'The file could not be read where it is stored.',
    'Try again in a moment. If it stays so, ask whoever runs the installation.',
  )
}
