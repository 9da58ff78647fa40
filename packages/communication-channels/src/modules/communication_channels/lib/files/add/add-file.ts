import { randomUUIDv7 } from 'node:crypto'
import { MediaFile } from '../../../data/entities.ts'
import { ChannelError } from '../../errors.ts'
import { scopedEm } from '../../scope.ts'
import { type Copies, makeCopies, NO_COPIES } from '../copies/make-copies.ts'
import { neededRendition } from '../copies/rendition.ts'
import { fileNameFor } from '../examine/clean-file-name.ts'
import { type ExaminedFile, examineFile } from '../examine/examine-file.ts'
import { storageRefusal } from '../media-failure.ts'
import { removeBytes } from '../store/remove-bytes.ts'
import { storeBytes } from '../store/store-bytes.ts'
import type { FileContext, FoundFile } from '../store/stored-files.ts'
import { checkFile } from './check-file.ts'

export interface AddContext extends FileContext {
  userId: string | null
  now: Date
}

export interface NewFile {
  bytes: Uint8Array
  name: string | null
  origin: 'uploaded' | 'fetched'
  /** From where it was fetched. */
  link?: string
}

/**
 * Keeps a file for sending. What is refused, or cannot be stored, leaves nothing behind.
 *
 * @throws ChannelError 422 `file_*` (`check-file.ts`), 503 `storage_*`
 */
export async function addFile(ctx: AddContext, { bytes, name, origin, link }: NewFile): Promise<FoundFile> {
  const examined = await examineFile(bytes, name)
  // A server may call what it sends as it likes; whoever uploads a file should know what it is.
  const problem = checkFile(examined, origin === 'uploaded' ? name : null)
  if (problem) throw new ChannelError(422, problem.code, problem.message, problem.action)

  const id = randomUUIDv7()
  const fileName = fileNameFor(name, examined)
  const { mimeType, byteSize, sha256, width, height, durationMs, isAnimated } = examined
  const { audioCodec, audioChannels, videoCodec } = examined
  const em = scopedEm(ctx.em, ctx.scope)
  const file = em.create(MediaFile, {
    id,
    tenantId: ctx.scope.tenantId,
    organizationId: ctx.scope.organizationId,
    origin,
    // Until its bytes are safe; nobody works on it, because it is due at no time.
    state: 'waiting',
    link,
    fileName,
    ...{ mimeType, byteSize, sha256, width, height, durationMs, isAnimated },
    ...{ audioCodec, audioChannels, videoCodec },
    createdBy: ctx.userId,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  })
  await em.flush()
  try {
    const { attachmentId } = await storeBytes(ctx, { id, bytes, mimeType, fileName })
    const copies = takesLong(examined) ? UNCOPIED : await makeCopies(ctx, { id, examined, bytes })
    Object.assign(file, { state: 'stored', attachmentId, ...copies, storedAt: ctx.now })
    await em.flush()
    return { ...examined, id, name: fileName, attachmentId }
  } catch (failure) {
    // Why it failed is what counts; what cannot be dropped now is found later (`store/retire-files.ts`).
    await dropFile(ctx, id).catch(() => undefined)
    throw storageRefusal(failure)
  }
}

/**
 * As if it had never been there. The row first, which a message that carries the file holds on to; bytes that are left
 * over then are found (`store/retire-files.ts`).
 */
export async function dropFile(ctx: FileContext, id: string): Promise<void> {
  await scopedEm(ctx.em, ctx.scope).nativeDelete(MediaFile, { id })
  await removeBytes(ctx, id)
}

/** Somebody waits for the answer, and a video that no browser plays is none that is sent. */
const UNCOPIED: Copies = { ...NO_COPIES, hint: 'no_rendition' }

function takesLong(examined: ExaminedFile): boolean {
  return examined.kind === 'video' && neededRendition(examined) !== null
}
