import type {
  UploadedMedia,
  UploadMediaInput,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/media'
import { z } from 'zod'
import { graphAccessOf } from '../graph/graph-access.ts'
import { requestGraph } from '../graph/graph-client.ts'
import { needsReauthorisation } from '../graph/send-failure.ts'
import { requireReauthorisationHere } from '../reauthorisation.ts'
import { mediaError, uploadFailure } from './media-failure.ts'
import { mostBytesOf, typeAtMeta } from './media-rules.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Meta keeps what was uploaded for 30 days; a message may wait in the outbox for a while before it names the file. */
const LIFETIME_MS = 29 * DAY_MS

/** 100 MB on a slow line. */
const TIMEOUT_MS = 120_000

const uploaded = z.object({ id: z.string().min(1) })

/**
 * Hands a file over to Meta. The number's messages may name it by the id.
 *
 * @throws MediaError
 */
export async function uploadMedia({
  scope,
  channel,
  credentials,
  file,
}: UploadMediaInput): Promise<UploadedMedia> {
  const type = typeAtMeta(file.mimeType)
  if (file.bytes.byteLength > mostBytesOf(type)) throw mediaError('file_too_large', false)
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('type', type)
  form.set('file', new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type }), file.fileName)
  try {
    const answer = await requestGraph(graphAccessOf.parse(credentials), {
      method: 'POST',
      path: `${channel.externalIdentifier}/media`,
      body: form,
      timeoutMs: TIMEOUT_MS,
    })
    const { id } = uploaded.parse(answer)
    return { externalMediaId: id, expiresAt: new Date(Date.now() + LIFETIME_MS) }
  } catch (failure) {
    if (needsReauthorisation(failure)) await requireReauthorisationHere(scope, channel)
    throw uploadFailure(failure)
  }
}
