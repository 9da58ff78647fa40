import assert from 'node:assert/strict'
import { z } from 'zod'
import type {
  OutboundContent,
  OutboundRequest,
} from '../../modules/communication_channels/lib/content/message-content.ts'
import {
  mediaPlaces,
  replaceMedia,
} from '../../modules/communication_channels/lib/files/message/media-places.ts'
import type { MediaUse } from '../../modules/communication_channels/lib/files/sendable/media-rules.ts'
import { PDF, picture, VIDEO, VOICE_NOTE } from '../sample-files.ts'
import { conversations } from './hub-client.ts'
import type { ConformanceSubject } from './subject.ts'

/** Small enough for any provider, and of the kinds that most take. */
const SAMPLES: Record<MediaUse, { fileName: string; bytes(): Buffer | Promise<Buffer> }> = {
  image: { fileName: 'boots.jpg', bytes: () => picture('jpeg') },
  video: { fileName: 'boots.mp4', bytes: () => VIDEO },
  audio: { fileName: 'hello.ogg', bytes: () => VOICE_NOTE },
  voice: { fileName: 'hello.ogg', bytes: () => VOICE_NOTE },
  document: { fileName: 'bill.pdf', bytes: () => PDF },
  sticker: { fileName: 'wave.webp', bytes: () => picture('webp', 512, 512) },
}

export interface SampleFile {
  fileId: string
  fileName: string
  bytes: Buffer
}

/** A file that staff uploaded, to be sent as that. */
export async function uploadSample(subject: ConformanceSubject, use: MediaUse): Promise<SampleFile> {
  const { fileName, bytes: make } = SAMPLES[use]
  const bytes = await make()
  const [thread] = await conversations(subject)
  const query = new URLSearchParams({ channelId: String(thread?.channel.id), fileName })
  const headers = { 'content-type': 'application/octet-stream' }
  const { status, body } = await subject.call('post', `/files?${query}`, bytes, headers)
  assert.equal(status, 201, 'a small file is taken')
  const { file } = z.object({ file: z.object({ id: z.string() }) }).parse(body)
  return { fileId: file.id, fileName, bytes }
}

/** The same request with files of ours where it had links, for an adapter that takes files. */
export async function withFiles(
  subject: ConformanceSubject,
  request: OutboundRequest,
): Promise<OutboundRequest> {
  if (!subject.adapter.uploadMedia || request.type === 'reaction') return request
  const content = request as OutboundContent
  const uploaded = new Map<string, string>()
  for (const { path, use } of mediaPlaces(content)) {
    uploaded.set(path, (await uploadSample(subject, use)).fileId)
  }
  return replaceMedia(content, ({ path }) => ({ media: { fileId: uploaded.get(path)! } })) as OutboundRequest
}
