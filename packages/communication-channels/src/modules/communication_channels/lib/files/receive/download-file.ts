import { setTimeout as delay } from 'node:timers/promises'
import { type DownloadedMedia, MediaError } from '../../adapter/media.ts'
import { getChannelAdapter } from '../../adapter-registry-singleton.ts'
import { findChannel } from '../../channels/channel-address.ts'
import { credentialsOf, isIntegrationEnabled } from '../../connection.ts'
import { dbOf } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import { MAX_FILE_BYTES } from '../max-file-bytes.ts'
import { FILE_ENTITY, type StorageContext } from '../store/store-bytes.ts'
import type { ClaimedFile } from './claim-files.ts'

export interface DownloadContext extends StorageContext {
  encryption: TenantEncryptionService
}

/** Whatever an adapter waits for, it ends. */
const TIME_LIMIT_MS = 5 * 60 * 1000

/**
 * Has the adapter of its channel fetch a file.
 *
 * @param link opened
 * @throws MediaError whatever goes wrong on the way
 */
export async function downloadFile(
  ctx: DownloadContext,
  file: ClaimedFile,
  link: string | null,
): Promise<DownloadedMedia> {
  const { tenantId, organizationId } = file
  const scope = { tenantId, organizationId }
  const found = await findChannel(dbOf(ctx.em.fork()), scope, file.channelId)
  if (!found) throw new MediaError('channel_gone', 'The channel is not there any more.', { retryable: false })
  const { channel, providerKey } = found
  const adapter = getChannelAdapter(providerKey)
  if (!adapter)
    throw notNow('provider_missing', 'The provider of this channel is not installed.', 'Install it.')
  if (!adapter.downloadMedia) {
    const about = { action: 'Ask the customer to send it in another way.', retryable: false }
    throw new MediaError('download_unsupported', 'Files cannot be fetched on this channel.', about)
  }
  if (!(await isIntegrationEnabled(ctx.resolve, providerKey, scope))) {
    throw notNow('channel_disabled', 'The provider of this channel is switched off.', 'Switch it on.')
  }
  const credentials = await credentialsOf(adapter, { scope, channel, resolve: ctx.resolve })
  if (!credentials)
    throw notNow('credentials_missing', 'The connection has no credentials.', 'Enter them again.')
  const media = { id: file.externalMediaId, link }
  const asked = adapter.downloadMedia({ scope, channel, credentials, media, maxBytes: MAX_FILE_BYTES })
  return withinLimit(asked)
}

async function withinLimit(asked: Promise<DownloadedMedia>): Promise<DownloadedMedia> {
  const limit = new AbortController()
  const late = delay(TIME_LIMIT_MS, null, { signal: limit.signal, ref: false }).catch(() => null)
  try {
    const downloaded = await Promise.race([asked, late])
    if (!downloaded) throw notNow('timed_out', 'The file did not come in time.', null)
    return downloaded
  } finally {
    limit.abort()
  }
}

/** The name and the link that the provider told. */
export async function openedFacts(
  encryption: TenantEncryptionService,
  file: ClaimedFile,
): Promise<{ name: string | null; link: string | null }> {
  const { file_name: name, link } = await encryption.decryptEntityPayload(
    FILE_ENTITY,
    { file_name: file.fileName, link: file.link },
    file.tenantId,
    file.organizationId,
  )
  return { name: name as string | null, link: link as string | null }
}

/** A person can put it right, and then it goes on by itself. */
function notNow(code: string, message: string, action: string | null): MediaError {
  return new MediaError(code, message, { action, retryable: true })
}
