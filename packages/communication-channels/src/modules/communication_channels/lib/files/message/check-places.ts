import type { ChannelAdapter } from '../../adapter.ts'
import { ChannelError } from '../../errors.ts'
import { isActiveType } from '../examine/active-content.ts'
import { checkLink, PUBLIC_INTERNET } from '../link/link-rules.ts'
import { ruleFor } from '../sendable/media-rules.ts'
import { checkUse } from '../sendable/sendable-as.ts'
import type { FoundFile } from '../store/stored-files.ts'
import type { MediaPlace } from './media-places.ts'

/**
 * Whether every place has a file that may stand there.
 *
 * @throws ChannelError 422 `content_invalid`, with every field that has none
 */
export function checkPlaces(adapter: ChannelAdapter, places: [MediaPlace, FoundFile | undefined][]): void {
  const fieldErrors: Record<string, string> = {}
  for (const [place, file] of places) {
    const said = unfit(adapter, place, file)
    if (said) fieldErrors[fieldOf(place)] = said
  }
  const sentences = [...new Set(Object.values(fieldErrors))]
  if (sentences.length === 0) return
  const action = 'Choose another file, have it converted, or send it as a document.'
  throw new ChannelError(422, 'content_invalid', sentences.join(' '), action, { fieldErrors })
}

function unfit(adapter: ChannelAdapter, { use }: MediaPlace, file: FoundFile | undefined): string | null {
  if (!file) return 'This file does not exist, or is not there any more.'
  if (isActiveType(file.mimeType))
    return 'This file can run on the computer of whoever opens it, and is not sent.'
  return checkUse(use, file, ruleFor(use, adapter.rules?.media))?.message ?? null
}

/**
 * For a provider that takes no files from us and fetches what is linked: only where links lead is checked.
 *
 * @throws ChannelError 422 `files_unsupported`, `link_forbidden`
 */
export function checkWithoutUploads(place: MediaPlace): void {
  const { source } = place
  if ('fileId' in source) {
    const sentence = 'This channel takes no files of its own, only links.'
    const refusal = new ChannelError(422, 'files_unsupported', sentence, 'Give a link to the file.')
    throw inField(refusal, place)
  }
  if (!('link' in source)) return
  try {
    checkLink(source.link, PUBLIC_INTERNET)
  } catch (refusal) {
    throw inField(refusal, place)
  }
}

/** A refusal of ours, with the field that it is about; anything else as it is. */
export function inField(refusal: unknown, place: MediaPlace): unknown {
  if (!(refusal instanceof ChannelError)) return refusal
  const { error, action } = refusal.body as { error: string; action: string }
  const fieldErrors = { [fieldOf(place)]: error }
  return new ChannelError(refusal.status, refusal.code, error, action, { fieldErrors })
}

/** `content.header.media.link` */
function fieldOf({ path, source }: MediaPlace): string {
  return `${path}.${Object.keys(source)[0]}`
}
