import type { EntityManager } from '@mikro-orm/postgresql'
import { createLogger } from '@open-mercato/shared/lib/logger'
import type { Resolve } from '../../adapter/connection-input.ts'
import { MediaError, type UploadedMedia } from '../../adapter/media.ts'
import { getChannelAdapter } from '../../adapter-registry-singleton.ts'
import { findChannel } from '../../channels/channel-address.ts'
import { credentialsOf, isIntegrationEnabled } from '../../connection.ts'
import { dbOf } from '../../db.ts'
import { describeFailure } from '../../describe-failure.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { decideRetry } from '../../outbox/retry.ts'
import { soundText, soundValues } from '../../sound-text.ts'
import { mediaFailure } from '../media-failure.ts'
import { findStoredFiles, readBytes } from '../store/stored-files.ts'
import {
  type ClaimedUpload,
  claimUploads,
  endUpload,
  renewUpload,
  type UploadEnd,
} from './upload-statements.ts'
import { explainWaiting, failWaiting, releaseWaiting } from './waiting-messages.ts'

/** Each may have 100 MB in memory. */
const BATCH = 3

/**
 * Renewed while a file is handed over; so long after a death the next one takes it, with the sweep within a minute.
 * Handing a file over twice costs nothing but time.
 */
const LEASE_MS = 45_000

const logger = createLogger('communication_channels.uploads')

export interface UploadContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  now: () => Date
  random: () => number
}

/**
 * Hands files over for which messages wait. What the provider answered and what becomes of those messages is one
 * transaction: whatever dies before it, the next one hands the file over anew.
 *
 * @returns how many were worked on; call again until it is 0
 */
export async function uploadFiles(ctx: UploadContext): Promise<number> {
  const claimed = await ctx.em
    .fork()
    .transactional((tx) => claimUploads(dbOf(tx), ctx.now(), LEASE_MS, BATCH))
  const ended = await Promise.allSettled(claimed.map((upload) => uploadOne(ctx, upload)))
  for (const result of ended) {
    if (result.status === 'rejected')
      logger.error('the end of an upload could not be recorded', { reason: describeFailure(result.reason) })
  }
  return claimed.length
}

async function uploadOne(ctx: UploadContext, upload: ClaimedUpload): Promise<void> {
  const renewal = setInterval(() => void renew(ctx, upload), LEASE_MS / 3).unref()
  const end = await handOver(ctx, upload)
    .then(
      (uploaded) => readyUntil(uploaded, ctx.now()),
      (failure: unknown) => failedWith(ctx, upload, failure),
    )
    .finally(() => clearInterval(renewal))
  if (end.state !== 'ready') {
    const { code } = end.error
    logger.warn('file not uploaded', { uploadId: upload.id, state: end.state, code })
  }
  await ctx.em.fork().transactional(async (tx) => {
    const [db, now] = [dbOf(tx), ctx.now()]
    if (!(await endUpload(db, upload, end, now))) return
    if (end.state === 'ready') await releaseWaiting(db, upload, now)
    else if (end.state === 'failed') await failWaiting(db, upload, end.error, now)
    else await explainWaiting(db, upload, end.error)
  })
}

async function renew(ctx: UploadContext, upload: ClaimedUpload): Promise<void> {
  try {
    await renewUpload(dbOf(ctx.em.fork()), upload, LEASE_MS)
  } catch (error) {
    logger.warn('lease not renewed', { uploadId: upload.id, reason: describeFailure(error) })
  }
}

async function handOver(ctx: UploadContext, upload: ClaimedUpload): Promise<UploadedMedia> {
  const { tenantId, organizationId } = upload
  const scope = { tenantId, organizationId }
  const found = await findChannel(dbOf(ctx.em.fork()), scope, upload.channelId)
  const adapter = found && getChannelAdapter(found.providerKey)
  if (!adapter?.uploadMedia) throw final('provider_missing', 'The provider of this channel takes no files.')
  const { channel, providerKey } = found!
  if (!found!.isEnabled || !(await isIntegrationEnabled(ctx.resolve, providerKey, scope))) {
    throw final('channel_disabled', 'This channel is switched off.', 'Ask an administrator to switch it on.')
  }
  const credentials = await credentialsOf(adapter, { scope, channel, resolve: ctx.resolve })
  if (!credentials) throw final('credentials_missing', 'The connection has no credentials.')
  const [file] = await findStoredFiles({ ...ctx, scope }, [upload.fileId])
  const bytes = file && (await readBytes({ ...ctx, scope }, file))
  if (!bytes) throw final('file_gone', 'The file is not there any more.', 'Upload it again.')
  const { mimeType, name: fileName } = file
  return adapter.uploadMedia({ scope, channel, credentials, file: { bytes, mimeType, fileName } })
}

function readyUntil({ externalMediaId, expiresAt }: UploadedMedia, now: Date): UploadEnd {
  if (expiresAt && expiresAt <= now) {
    const message = 'The provider gave the file a time that is over already.'
    return { state: 'failed', error: { code: 'upload_expired', message, action: 'Send it again.' } }
  }
  return { state: 'ready', externalMediaId: soundText(externalMediaId), expiresAt }
}

function failedWith(ctx: UploadContext, upload: ClaimedUpload, failure: unknown): UploadEnd {
  const unforeseen = { code: 'upload_failed', message: 'The file could not be handed to the provider.' }
  const { code, message, action, retryable, retryAfterMs } = mediaFailure(failure, unforeseen)
  const error = soundValues({ code, message, action })
  const decision = retryable
    ? decideRetry(upload.attemptCount, retryAfterMs, ctx.now(), ctx.random())
    : ({ retry: false } as const)
  return decision.retry ? { state: 'waiting', error, nextAttemptAt: decision.at } : { state: 'failed', error }
}

function final(code: string, message: string, action: string | null = null): MediaError {
  return new MediaError(code, message, { action, retryable: false })
}
