import type { MediaRules } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/sendable/media-rules'

const KB = 1024
const MB = 1024 * KB

const IMAGE = ['image/jpeg', 'image/png']
const VIDEO = ['video/mp4', 'video/3gpp']
const AUDIO = ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg']
const STICKER = ['image/webp']
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const DOCUMENT = [
  ...['application/pdf', 'application/msword', `${OFFICE}.wordprocessingml.document`],
  ...['application/vnd.ms-excel', `${OFFICE}.spreadsheetml.sheet`],
  ...['application/vnd.ms-powerpoint', `${OFFICE}.presentationml.presentation`, 'text/plain', 'text/csv'],
]

const OPUS = { audio: ['opus'] }
const FILM = { video: ['avc'], audio: ['aac'] }

/** At an upload Meta goes by the type alone, also where the file is for a document. */
const LARGEST: Record<string, number> = Object.fromEntries([
  ...IMAGE.map((type) => [type, 5 * MB]),
  ...[...VIDEO, ...AUDIO].map((type) => [type, 16 * MB]),
  ...STICKER.map((type) => [type, 500 * KB]),
])

/**
 * What Meta takes as the file of each kind of message. Any file that can be uploaded can be sent as a document, and
 * nothing else can be uploaded.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#supported-media-types
 */
export const mediaRules = {
  image: { mimeTypes: IMAGE, maxBytes: 5 * MB },
  video: { mimeTypes: VIDEO, maxBytes: 16 * MB, codecs: { 'video/mp4': FILM, 'video/3gpp': FILM } },
  audio: { mimeTypes: AUDIO, maxBytes: 16 * MB, codecs: { 'audio/ogg': OPUS } },
  voice: { mimeTypes: ['audio/ogg'], maxBytes: 16 * MB, codecs: { 'audio/ogg': OPUS }, maxChannels: 1 },
  document: {
    mimeTypes: [...DOCUMENT, ...IMAGE, ...VIDEO, ...AUDIO, ...STICKER],
    maxBytes: 100 * MB,
    maxBytesByType: LARGEST,
  },
  sticker: { mimeTypes: STICKER, maxBytes: 100 * KB, maxAnimatedBytes: 500 * KB, side: 512 },
} satisfies MediaRules

/** @param type as Meta writes it */
export function mostBytesOf(type: string): number {
  return LARGEST[type] ?? 100 * MB
}

/** Other names for types that Meta knows by one. A table in text is taken as text. */
const NAMES_AT_META: Record<string, string> = {
  'audio/m4a': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp3': 'audio/mpeg',
  'audio/opus': 'audio/ogg',
  'audio/x-aac': 'audio/aac',
  'image/jpg': 'image/jpeg',
  'text/csv': 'text/plain',
  'video/3gp': 'video/3gpp',
}

/** A type as Meta writes it: without parameters, and by the name it knows. */
export function typeAtMeta(mimeType: string): string {
  const type = mimeType.split(';')[0]!.trim().toLowerCase()
  return NAMES_AT_META[type] ?? type
}
