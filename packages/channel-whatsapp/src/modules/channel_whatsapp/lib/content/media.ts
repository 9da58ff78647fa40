import type {
  MediaContent,
  MediaSource,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/media'
import { z } from 'zod'
import type { ContentKind } from './content-kind.ts'
import { words } from './limits.ts'

/** A file of the hub's own has Meta's id by the time it is sent. */
const source = z
  .object({ fileId: z.string().optional(), id: z.string().optional(), link: z.string().optional() })
  .refine(
    ({ fileId, id, link }) => [fileId ?? id, link].filter(Boolean).length === 1,
    'Give either the id of an uploaded file or a link.',
  )

const limits = z.object({ media: source, caption: words('The caption', 1024).optional() })

/** A file that Meta has, or one that it fetches from where the link leads. */
export function wireFile(media: MediaSource | MediaContent['media']): { id: string } | { link: string } {
  if ('id' in media && media.id) return { id: media.id }
  if ('link' in media && media.link) return { link: media.link }
  throw new Error('A file needs an id or a link')
}

function kind(extra: (content: MediaContent) => Record<string, unknown>): ContentKind<MediaContent> {
  return { limits, wire: (content) => ({ ...wireFile(content.media), ...extra(content) }) }
}

const caption = ({ caption }: MediaContent) => (caption ? { caption } : {})

export const image = kind(caption)
export const video = kind(caption)
/** A voice note has its own look, and tells when it was played. */
export const audio = kind(({ isVoice }) => (isVoice ? { voice: true } : {}))
export const document = kind((content) => ({
  ...caption(content),
  ...(content.filename ? { filename: content.filename } : {}),
}))
export const sticker = kind(() => ({}))
