export interface ImageSizeOptions {
  width?: number
  height?: number
}

export function buildAttachmentFileUrl(id: string): string {
  return `/api/attachments/file/${encodeURIComponent(id)}`
}

/** A picture that is no larger than this in either direction, in pixels. */
export function buildAttachmentImageUrl(id: string, { width, height }: ImageSizeOptions = {}): string {
  const query = new URLSearchParams()
  if (width) query.set('width', String(Math.round(width)))
  if (height) query.set('height', String(Math.round(height)))
  const path = `/api/attachments/image/${encodeURIComponent(id)}`
  return query.size ? `${path}?${query}` : path
}
