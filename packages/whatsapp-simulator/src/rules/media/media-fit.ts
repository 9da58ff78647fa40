import { bareType, type MediaKind, maxBytes, mediaKinds } from './media-kinds.ts'

export type CheckedFile = {
  /** What the uploader or the web server called it. */
  mimeType: string
  /** What it is by its content. */
  foundType: string
  byteSize: number
  isAnimated: boolean
}

/**
 * Why Meta cannot send the file as `kind`, as the details of its 131053; null when it can. Meta finds out only after
 * it has accepted the message.
 */
export function misfitOf(kind: MediaKind, file: CheckedFile, isVoice = false): string | null {
  const type = bareType(file.mimeType)
  const { types } = mediaKinds[kind]
  // Documents are not looked into.
  if (kind !== 'document' && !types.includes(type))
    return `The media is of type ${type}; as ${kind} only ${types.join(', ')} can be sent.`
  if (kind !== 'document' && !isSameType(type, file.foundType))
    return `The media was given as ${type}, but on processing it is of type ${file.foundType}.`
  if (type === 'audio/ogg' && kind === 'audio' && file.foundType !== OPUS)
    return 'Audio of type audio/ogg has to be encoded with Opus.'
  if (isVoice && file.foundType !== OPUS) return 'A voice message has to be an Ogg file encoded with Opus.'
  const most = maxBytes(kind, file.isAnimated)
  if (file.byteSize > most) return `The media has ${file.byteSize} bytes; as ${kind} it may have ${most}.`
  return null
}

const OPUS = 'audio/ogg; codecs=opus'

/** One container carries all of these; which it is called says little about what is inside. */
const MP4_FAMILY = ['audio/mp4', 'video/mp4', 'video/3gpp']
const OGG_FAMILY = ['audio/ogg', 'audio/opus']

function isSameType(given: string, found: string): boolean {
  const type = bareType(found)
  return given === type || [MP4_FAMILY, OGG_FAMILY].some((all) => all.includes(given) && all.includes(type))
}
