import { createLogger } from '@open-mercato/shared/lib/logger'
import { MediaError } from '../../adapter/media.ts'
import { dbOf } from '../../db.ts'
import { describeFailure } from '../../describe-failure.ts'
import { soundValues } from '../../sound-text.ts'
import { makeCopies, NO_COPIES } from '../copies/make-copies.ts'
import { fileNameFor } from '../examine/clean-file-name.ts'
import { examineFile } from '../examine/examine-file.ts'
import { mediaFailure } from '../media-failure.ts'
import { removeBytes } from '../store/remove-bytes.ts'
import { storeBytes } from '../store/store-bytes.ts'
import { type ClaimedFile, claimFile, LEASE_MS, renewLease } from './claim-files.ts'
import { type DownloadContext, downloadFile, openedFacts } from './download-file.ts'
import { refuseBytes } from './refuse-bytes.ts'
import { type KeptFile, settleFailed, settleStored } from './settle-file.ts'
import type { Turns } from './tenant-turns.ts'

export interface ReceiveContext extends DownloadContext {
  turns: Turns
  now(): Date
  /** 0..1 */
  random(): number
}

const logger = createLogger('communication_channels.files')

/** Processes that die with the same file in hand may die of it; from then on it is only kept, not unpacked. */
const CAREFUL_FROM = 3

/**
 * Fetches one file that is due.
 *
 * @param onClaimed is told before the work begins
 * @returns how many files were worked on; call again until it is 0
 */
export async function receiveFile(ctx: ReceiveContext, onClaimed: () => void = () => {}): Promise<number> {
  const file = await ctx.em.fork().transactional((tx) => claimFile(dbOf(tx), ctx.now(), ctx.turns))
  if (!file) return 0
  const renewal = setInterval(() => void renew(ctx, file), LEASE_MS / 3).unref()
  const leave = ctx.turns.take(file.tenantId)
  try {
    onClaimed()
    await receiveClaimed(ctx, file)
  } finally {
    clearInterval(renewal)
    leave()
  }
  return 1
}

async function renew(ctx: ReceiveContext, file: ClaimedFile): Promise<void> {
  try {
    await renewLease(dbOf(ctx.em.fork()), file)
  } catch (error) {
    logger.warn('lease not renewed', { fileId: file.id, reason: describeFailure(error) })
  }
}

async function receiveClaimed(ctx: ReceiveContext, file: ClaimedFile): Promise<void> {
  try {
    const kept = await fetchAndKeep(ctx, file)
    const counts = await ctx.em
      .fork()
      .transactional((tx) => settleStored(dbOf(tx), ctx.encryption, file, kept, ctx.now()))
    if (!counts) await leaveToTheFaster(ctx, file, kept)
  } catch (error) {
    await putOff(ctx, file, error)
  }
}

/** What this attempt stored is no file's, and nobody else would find it. */
async function leaveToTheFaster(ctx: ReceiveContext, file: ClaimedFile, kept: KeptFile): Promise<void> {
  const { tenantId, organizationId } = file
  const own: (string | null)[] = [kept.attachmentId, kept.previewAttachmentId, kept.playableAttachmentId]
  logger.warn('another attempt was faster', { fileId: file.id })
  const storage = { em: ctx.em, resolve: ctx.resolve, scope: { tenantId, organizationId } }
  await removeBytes(storage, file.id, (attachmentId) => !own.includes(attachmentId))
}

/** The bytes first, then what says that they are there. */
async function fetchAndKeep(ctx: ReceiveContext, file: ClaimedFile): Promise<KeptFile> {
  const { tenantId, organizationId } = file
  const storage = { em: ctx.em, resolve: ctx.resolve, scope: { tenantId, organizationId } }
  if (file.attemptCount > 1) await removeBytes(storage, file.id)
  const isCareful = file.wasLost && file.attemptCount >= CAREFUL_FROM

  const said = await openedFacts(ctx.encryption, file)
  const { bytes } = await downloadFile(ctx, file, said.link)
  const examined = await examineFile(bytes, said.name, isCareful)
  const refusal = refuseBytes(file, examined)
  if (refusal) throw refusal

  const name = said.name === null ? `file.${examined.extension ?? 'bin'}` : fileNameFor(said.name, examined)
  const original = { id: file.id, bytes, mimeType: examined.mimeType, fileName: name }
  const { attachmentId } = await storeBytes(storage, original).catch((error) => {
    logger.error('a file could not be stored', { fileId: file.id, reason: describeFailure(error) })
    throw mediaFailure(error, { code: 'storage_failed', message: 'The file could not be stored.' })
  })
  const copies = isCareful
    ? { ...NO_COPIES, durationMs: examined.durationMs, hint: 'no_preview' as const }
    : await makeCopies(storage, { id: file.id, examined, bytes })
  return { examined, name, attachmentId, ...copies }
}

async function putOff(ctx: ReceiveContext, file: ClaimedFile, error: unknown): Promise<void> {
  // What nobody foresaw may pass.
  const failure = mediaFailure(error, { code: 'not_fetched', message: 'The file could not be fetched.' })
  logger.warn('file not received', {
    fileId: file.id,
    attempt: file.attemptCount,
    code: failure.code,
    reason: failure === error ? undefined : describeFailure(error),
  })
  const { code, message, action, retryable, retryAfterMs } = failure
  const told = soundValues({ code, message, action })
  const sound = new MediaError(told.code, told.message, { action: told.action, retryable, retryAfterMs })
  await ctx.em.fork().transactional((tx) => settleFailed(dbOf(tx), file, sound, ctx.now(), ctx.random()))
}
