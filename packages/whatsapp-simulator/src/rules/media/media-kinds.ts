/** Kinds of messages that carry a file, and what Meta takes for each.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types */
export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker'

const KB = 1024
const MB = 1024 * KB

const STICKER_BYTES = 100 * KB
const ANIMATED_STICKER_BYTES = 500 * KB

const documents = [
  'application/vnd.ms-powerpoint',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf',
  'text/plain',
  'application/vnd.ms-excel',
]

export const mediaKinds: Record<MediaKind, { types: string[]; maxBytes: number }> = {
  audio: {
    types: ['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg', 'audio/opus'],
    maxBytes: 16 * MB,
  },
  document: { types: documents, maxBytes: 100 * MB },
  image: { types: ['image/jpeg', 'image/png'], maxBytes: 5 * MB },
  sticker: { types: ['image/webp'], maxBytes: ANIMATED_STICKER_BYTES },
  video: { types: ['video/mp4', 'video/3gpp'], maxBytes: 16 * MB },
}

/** Everything that can be uploaded, in the order of Meta's own refusal. */
export const uploadTypes = Object.values(mediaKinds).flatMap(({ types }) => types)

/** No upload and no customer's file is larger. */
export const LARGEST_BYTES = mediaKinds.document.maxBytes

/** `audio/ogg; codecs=opus` is `audio/ogg` with a parameter. */
export function bareType(mimeType: string): string {
  return mimeType.split(';')[0]!.trim().toLowerCase()
}

export function kindOfType(mimeType: string): MediaKind {
  const type = bareType(mimeType)
  const kinds = Object.keys(mediaKinds) as MediaKind[]
  return kinds.find((kind) => mediaKinds[kind].types.includes(type)) ?? 'document'
}

/** As many bytes as a file of this type may have when it is sent as `kind`. */
export function maxBytes(kind: MediaKind, isAnimated: boolean): number {
  return kind === 'sticker' && !isAnimated ? STICKER_BYTES : mediaKinds[kind].maxBytes
}
