import { createHash } from 'node:crypto'
import { extensionOf } from './clean-file-name.ts'
import { type ContentType, contentTypeOf, type FileKind } from './content-type.ts'
import { type PictureFacts, pictureFacts } from './picture-facts.ts'
import { type TrackFacts, trackFacts } from './track-facts.ts'

/** What a file is, by its bytes alone. */
export interface ExaminedFile extends PictureFacts {
  /** Without parameters; `application/octet-stream` where nobody knows. */
  mimeType: string
  kind: FileKind
  /** The one that such a file should have, without the dot. */
  extension: string | null
  durationMs: number | null
  audioCodec: string | null
  videoCodec: string | null
  audioChannels: number | null
  /** Hex. */
  sha256: string
  byteSize: number
}

/**
 * Looks at a file without trusting it: nothing in it is run, and no picture is unpacked that is too large.
 *
 * @param saidName  chooses among kinds that the content leaves open (`csv` or `txt`), nothing else
 * @param isCareful reads the heads of pictures only: whether they are damaged stays unknown
 */
export async function examineFile(
  bytes: Uint8Array,
  saidName: string | null,
  isCareful = false,
): Promise<ExaminedFile> {
  const type = await contentTypeOf(bytes, extensionOf(saidName ?? ''))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const own = { sha256, byteSize: bytes.byteLength }
  if (type.kind === 'image') {
    const silent = { durationMs: null, audioCodec: null, videoCodec: null, audioChannels: null }
    return { ...type, ...(await pictureFacts(bytes, type.mimeType, isCareful)), ...silent, ...own }
  }
  const tracks = type.kind === 'audio' || type.kind === 'video' ? await trackFacts(bytes) : null
  return {
    ...withoutPicture(type, tracks),
    width: tracks?.width ?? null,
    height: tracks?.height ?? null,
    durationMs: tracks?.durationMs ?? null,
    audioCodec: tracks?.audioCodec ?? null,
    videoCodec: tracks?.videoCodec ?? null,
    audioChannels: tracks?.audioChannels ?? null,
    isAnimated: false,
    pixelsTooMany: false,
    isDamaged: false,
    ...own,
  }
}

const SOUND_EXTENSIONS: Record<string, string> = { 'video/mp4': 'm4a' }

/** A container made for video that holds sound alone is a sound. */
function withoutPicture(type: ContentType, tracks: TrackFacts | null): ContentType {
  if (type.kind !== 'video' || !tracks?.audioCodec || tracks.videoCodec) return type
  const extension = SOUND_EXTENSIONS[type.mimeType] ?? type.extension
  return { mimeType: type.mimeType.replace('video/', 'audio/'), kind: 'audio', extension }
}
