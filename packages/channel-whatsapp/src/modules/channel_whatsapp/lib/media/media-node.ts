import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { callGraph } from '../graph/graph-client.ts'

const mediaNode = z.object({
  url: z.string().min(1),
  mime_type: z.string().nullish().catch(null),
  sha256: z.string().nullish().catch(null),
  file_size: z.coerce.number().nullish().catch(null),
})

export interface MediaNode {
  /** Good for five minutes. */
  url: string
  mimeType: string | null
  sha256: string | null
  byteSize: number | null
}

/** Asks Graph where a file lies right now. */
export async function readMediaNode(access: GraphAccess, mediaId: string): Promise<MediaNode> {
  const { url, mime_type, sha256, file_size } = mediaNode.parse(
    await callGraph(access, 'GET', encodeURIComponent(mediaId)),
  )
  return { url, mimeType: mime_type ?? null, sha256: sha256 ?? null, byteSize: file_size ?? null }
}
