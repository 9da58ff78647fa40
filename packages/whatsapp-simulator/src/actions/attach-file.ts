import { createHash } from 'node:crypto'
import type { NumberOwner } from '../accounts/account.ts'
import { addressExpiry, mediaAddress } from '../graph/media-address.ts'
import { type MediaKind, mediaKinds } from '../rules/media/media-kinds.ts'
import { type SampleName, sampleFile } from '../samples/sample-files.ts'
import type { Simulation } from '../simulation.ts'
import { type Media, type MessageFile, messageFile } from '../world/media.ts'
import type { MessageContent, PayloadContent } from '../world/message.ts'
import { findMedia, keepMedia } from './keep-media.ts'

export type ContentWithFiles = { content: MessageContent; files?: MessageFile[] }

/**
 * Puts a file behind what a phone sends: the one its id names, a sample where it names none. An id of no file passes
 * as it is, which is a file that Meta has lost.
 */
export async function attachFile(
  simulation: Simulation,
  owner: NumberOwner,
  content: MessageContent,
): Promise<ContentWithFiles> {
  if (!isMedia(content)) return { content }
  const { id } = content.payload
  const media =
    id === undefined
      ? await keepMedia(simulation, owner.number.id, 'received', sampleFile(sampleFor(content)))
      : findMedia(simulation, String(id))
  if (media?.phoneNumberId !== owner.number.id) return { content: lost(content) }
  const payload = {
    id: media.id,
    mime_type: media.mimeType,
    sha256: Buffer.from(media.sha256, 'hex').toString('base64'),
    url: mediaAddress(simulation.origin(), owner.account, media, addressExpiry(simulation)),
    ...ofKind(content.type, media),
    ...content.payload,
  }
  return { content: { type: content.type, payload }, files: [messageFile(media, media.id)] }
}

const USUAL_TYPE: Record<MediaKind, string> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  document: 'application/pdf',
  audio: 'audio/ogg; codecs=opus',
  sticker: 'image/webp',
}

function lost({ type, payload }: PayloadContent & { type: MediaKind }): PayloadContent {
  const sha256 = createHash('sha256').update(String(payload.id)).digest('base64')
  return { type, payload: { mime_type: USUAL_TYPE[type], sha256, ...ofKind(type, null), ...payload } }
}

function ofKind(type: MediaKind, media: Media | null): Record<string, unknown> {
  if (type === 'document' && media?.fileName) return { filename: media.fileName }
  if (type === 'sticker') return { animated: media?.isAnimated ?? false }
  return type === 'audio' ? { voice: false } : {}
}

function sampleFor({ type, payload }: PayloadContent & { type: MediaKind }): SampleName {
  if (type === 'image') return 'photo'
  if (type === 'audio') return payload.voice ? 'voice' : 'audio'
  if (type === 'sticker') return payload.animated ? 'animated_sticker' : 'sticker'
  return type
}

function isMedia(content: MessageContent): content is PayloadContent & { type: MediaKind } {
  return Object.hasOwn(mediaKinds, content.type)
}
