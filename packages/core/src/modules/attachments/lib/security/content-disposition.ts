import { sanitizeUploadedFileName } from './file-name.ts'

/**
 * RFC 6266: a plain name for those who know no better, and the whole name by RFC 8187
 * (https://www.rfc-editor.org/rfc/rfc8187#section-3.2.1).
 */
export function buildAttachmentContentDisposition(
  fileName: string,
  disposition: 'attachment' | 'inline' = 'attachment',
): string {
  const name = sanitizeUploadedFileName(fileName)
  const plain = name.replaceAll(/[^\x20-\x7e]/gu, '_').replaceAll(/["\\%]/g, '_')
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${whole}`
}
