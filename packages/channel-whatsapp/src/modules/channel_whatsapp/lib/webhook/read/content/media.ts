import type {
  MediaContent,
  MediaType,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/media'
import { z } from 'zod'
import { told } from '../meta-values.ts'

const media = z
  .object({
    id: told,
    url: told,
    mime_type: told,
    sha256: told,
    caption: told,
    filename: told,
    voice: z.boolean().nullish(),
    animated: z.boolean().nullish(),
  })
  .refine(({ id, url }) => id || url)

export function mediaReader(type: MediaType): (part: unknown) => MediaContent | null {
  return (part) => {
    const { data } = media.safeParse(part)
    if (!data) return null
    return {
      type,
      media: { id: data.id, link: data.url, mimeType: data.mime_type, sha256: data.sha256 },
      caption: data.caption,
      filename: data.filename,
      isVoice: data.voice ?? undefined,
      isAnimated: data.animated ?? undefined,
    }
  }
}
