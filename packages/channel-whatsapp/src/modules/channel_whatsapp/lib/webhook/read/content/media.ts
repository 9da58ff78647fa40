import type {
  MediaContent,
  MediaType,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/media'
import { z } from 'zod'
import { idText, told } from '../meta-values.ts'

const media = z.object({
  id: z.union([z.literal('').transform(() => undefined), idText.nullish()]),
  url: told,
  mime_type: told,
  sha256: told,
  caption: told,
  filename: told,
  voice: z.boolean().nullish(),
  animated: z.boolean().nullish(),
})

export function mediaReader(type: MediaType): (part: unknown) => MediaContent | null {
  const read = changedMediaReader(type)
  return (part) => {
    const content = read(part)
    return content?.media.id || content?.media.link ? content : null
  }
}

/** An edit may say no more than the new caption: the file is that of the original. */
export function changedMediaReader(type: MediaType): (part: unknown) => MediaContent | null {
  return (part) => {
    const { data } = media.safeParse(part)
    if (!data) return null
    return {
      type,
      media: { id: data.id ?? undefined, link: data.url, mimeType: data.mime_type, sha256: data.sha256 },
      caption: data.caption,
      filename: data.filename,
      isVoice: data.voice ?? undefined,
      isAnimated: data.animated ?? undefined,
    }
  }
}
