/** What a file is by its content, whatever it is called; `application/octet-stream` where that does not show. */
export function foundType(bytes: Buffer): string {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to)
  const starts = signatures.find(
    ({ at = 0, bytes: signature }) => text(at, at + signature.length) === signature,
  )
  if (starts) return starts.type
  if (text(4, 8) === 'ftyp') return typeOfBrand(text(8, 12))
  if (text(0, 4) === 'OggS') return text(28, 36) === 'OpusHead' ? 'audio/ogg; codecs=opus' : 'audio/ogg'
  if (bytes[0] === 0xff && [0xf1, 0xf9].includes(bytes[1] ?? 0)) return 'audio/aac'
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0) return 'audio/mpeg'
  return isText(bytes) ? 'text/plain' : 'application/octet-stream'
}

const signatures: { type: string; bytes: string; at?: number }[] = [
  { type: 'image/jpeg', bytes: '\xff\xd8\xff' },
  { type: 'image/png', bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/gif', bytes: 'GIF8' },
  { type: 'image/webp', bytes: 'WEBP', at: 8 },
  { type: 'audio/amr', bytes: '#!AMR' },
  { type: 'audio/mpeg', bytes: 'ID3' },
  { type: 'application/pdf', bytes: '%PDF-' },
  { type: 'application/zip', bytes: 'PK\x03\x04' },
  { type: 'video/webm', bytes: '\x1a\x45\xdf\xa3' },
]

function typeOfBrand(brand: string): string {
  if (brand.startsWith('M4A') || brand.startsWith('M4B')) return 'audio/mp4'
  return brand.startsWith('3g') ? 'video/3gpp' : 'video/mp4'
}

const LOOKED_AT = 4096

function isText(bytes: Buffer): boolean {
  return !bytes.subarray(0, LOOKED_AT).includes(0)
}

/** Whether a WebP moves: a flag of its extended header. */
export function isAnimatedWebp(bytes: Buffer): boolean {
  return bytes.toString('latin1', 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & 0x02) !== 0
}
