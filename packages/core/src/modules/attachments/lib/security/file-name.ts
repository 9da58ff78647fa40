const MAX_NAME_BYTES = 200
const MAX_EXTENSION_LENGTH = 12
/** Names that Windows takes for devices, whatever extension follows. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

// What a double click runs, on some system or other.
const EXECUTABLE = new Set(
  (
    'exe com scr pif msi msp mst bat cmd ps1 psm1 psd1 vb vbs vbe js jse mjs cjs ws wsf wsh wsc hta jar jnlp ' +
    'sh bash zsh csh command run app dmg pkg deb rpm apk appimage dll sys ocx cpl drv lnk url desktop ' +
    'reg inf msc scf gadget application chm hlp py pyc pyw rb php php3 phtml asp aspx jsp cgi iso img vhd'
  ).split(' '),
)

/**
 * A name that is only a name: no folders, no control or direction characters, nothing a file system treats
 * apart, at most 200 bytes. Never empty.
 */
export function sanitizeUploadedFileName(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const cleaned = base
    // Control, direction and other invisible characters, halves of characters, line and paragraph separators.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
  const safe = RESERVED.test(cleaned) ? `_${cleaned}` : cleaned
  return shorten(safe) || 'file'
}

/** In lower case and without the dot; empty when there is none. */
export function getAttachmentExtension(name: string): string {
  const found = /\.([^.\s\\/]+)[.\s]*$/u.exec(name)?.[1] ?? ''
  return found.length <= MAX_EXTENSION_LENGTH ? found.toLowerCase() : ''
}

export function hasDangerousExecutableExtension(fileName: string): boolean {
  return EXECUTABLE.has(getAttachmentExtension(sanitizeUploadedFileName(fileName)))
}

/** Cuts the middle: the extension says what the file is. */
function shorten(name: string): string {
  if (Buffer.byteLength(name) <= MAX_NAME_BYTES) return name
  const extension = getAttachmentExtension(name)
  const ending = extension ? `.${extension}` : ''
  let kept = ''
  let room = MAX_NAME_BYTES - Buffer.byteLength(ending)
  for (const character of name.slice(0, name.length - ending.length)) {
    room -= Buffer.byteLength(character)
    if (room < 0) break
    kept += character
  }
  return kept.trimEnd() + ending
}
