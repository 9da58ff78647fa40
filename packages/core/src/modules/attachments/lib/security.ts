export { isActiveContentAttachment } from './security/active-content.ts'
export { buildAttachmentContentDisposition } from './security/content-disposition.ts'
export { canRenderInlineAttachment, detectAttachmentMimeType } from './security/content-type.ts'
export {
  getAttachmentExtension,
  hasDangerousExecutableExtension,
  sanitizeUploadedFileName,
} from './security/file-name.ts'
