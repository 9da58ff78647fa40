import { z } from 'zod'
import { limitedText, numericId, refuse, webAddress } from './parts.ts'

const CAPTION_LIMIT = 1024
const FILE_NAME_LIMIT = 240

const source = { id: numericId.optional(), link: webAddress.optional() }
const caption = limitedText(CAPTION_LIMIT).optional()

/** An uploaded file by its id, or one on the web by its address: one of the two. */
function media<Shape extends z.ZodRawShape>(more: Shape) {
  return z.strictObject({ ...source, ...more }).superRefine((file: Record<string, unknown>, context) => {
    if (file.id !== undefined && file.link !== undefined)
      refuse(context, [], 'takes either id or link, not both.')
    if (file.id === undefined && file.link === undefined) refuse(context, [], 'needs id or link.', 131008)
  })
}

export const image = media({ caption })
export const video = media({ caption })
export const audio = media({ voice: z.boolean().optional() })
export const document = media({ caption, filename: limitedText(FILE_NAME_LIMIT).optional() })
export const sticker = media({})

/** As a header of something else: without a caption of its own. */
export const headerImage = media({})
export const headerVideo = media({})
export const headerDocument = media({ filename: limitedText(FILE_NAME_LIMIT).optional() })
