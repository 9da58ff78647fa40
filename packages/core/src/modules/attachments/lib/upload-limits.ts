// As large as the largest file that the channels carry (a WhatsApp document).
const MAX_UPLOAD_BYTES = 100 * 1024 * 1024

export function resolveDefaultAttachmentMaxUploadBytes(): number {
  return MAX_UPLOAD_BYTES
}
