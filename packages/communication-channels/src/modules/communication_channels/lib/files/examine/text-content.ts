/** The beginning is enough to tell words from anything else. */
const LOOK_BYTES = 1024 * 1024

/**
 * The beginning of a file as text where it is text: UTF-8, or UTF-16 with its mark. Null where it is anything else.
 * Old eight-bit texts count where nothing in them controls a machine.
 */
export function textOf(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, LOOK_BYTES)
  const utf16 =
    start[0] === 0xff && start[1] === 0xfe
      ? 'utf-16le'
      : start[0] === 0xfe && start[1] === 0xff
        ? 'utf-16be'
        : null
  if (utf16) return new TextDecoder(utf16).decode(start)
  if (start.some(isControl)) return null
  return new TextDecoder('utf-8').decode(start)
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b
}
