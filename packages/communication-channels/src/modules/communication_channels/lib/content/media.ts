import { z } from 'zod'
import { externalId, line, link, shortText } from './bounds.ts'

export const MEDIA_TYPES = ['image', 'video', 'audio', 'document', 'sticker'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** A file of ours, one that the provider has already, by the provider's id, or one at a public address. */
export const mediaSource = z.union(
  [z.strictObject({ fileId: z.uuid() }), z.strictObject({ id: externalId }), z.strictObject({ link })],
  'Give the id of a file, the provider’s id of one, or a link.',
)

export type MediaSource = z.infer<typeof mediaSource>

const caption = shortText.optional()

export const mediaRequests = [
  z.strictObject({ type: z.literal('image'), media: mediaSource, caption }),
  z.strictObject({ type: z.literal('video'), media: mediaSource, caption }),
  /** `isVoice`: recorded to be listened to, and shown so. */
  z.strictObject({ type: z.literal('audio'), media: mediaSource, isVoice: z.boolean().optional() }),
  z.strictObject({
    type: z.literal('document'),
    media: mediaSource,
    caption,
    filename: line(1, 240).optional(),
  }),
  z.strictObject({ type: z.literal('sticker'), media: mediaSource }),
] as const

/** A file as kept. What its provider said of it is taken as said; the bytes themselves are fetched apart. */
export const mediaContent = z.object({
  type: z.enum(MEDIA_TYPES),
  media: z.object({
    /** Ours (`lib/files`). */
    fileId: z.string().optional(),
    id: z.string().optional(),
    /** Where the provider offers it; may be valid for minutes only. */
    link: z.string().optional(),
    mimeType: z.string().optional(),
    /** Base64, as the provider says. */
    sha256: z.string().optional(),
  }),
  caption: z.string().optional(),
  filename: z.string().optional(),
  isVoice: z.boolean().optional(),
  isAnimated: z.boolean().optional(),
})
export type MediaContent = z.infer<typeof mediaContent>
