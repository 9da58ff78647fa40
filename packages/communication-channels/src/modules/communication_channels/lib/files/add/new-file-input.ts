import { z } from 'zod'
import { link } from '../../content/bounds.ts'

const channelId = z.uuid()

/** Cleaned before it is kept; only bounded here. */
export const uploadQuery = z.object({ channelId, fileName: z.string().max(1024).default('file') })
export const fromLinkBody = z.strictObject({ channelId, link })
export const convertBody = z.strictObject({
  channelId,
  as: z.enum(['image', 'sticker', 'voice', 'audio', 'video']),
})

export const uploadFileInput = uploadQuery.extend({ bytes: z.instanceof(Uint8Array) })
export type UploadFileInput = z.infer<typeof uploadFileInput>

export const fetchFileInput = fromLinkBody
export type FetchFileInput = z.infer<typeof fetchFileInput>

export const convertFileInput = convertBody.extend({ fileId: z.uuid() })
export type ConvertFileInput = z.infer<typeof convertFileInput>

export const removeFileInput = z.object({ fileId: z.uuid() })
export type RemoveFileInput = z.infer<typeof removeFileInput>
