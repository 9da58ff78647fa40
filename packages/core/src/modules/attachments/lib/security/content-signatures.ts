type Signature = { mimeType: string; at: number; bytes: string; and?: { at: number; bytes: string } }

const SIGNATURES: readonly Signature[] = [
  { mimeType: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { mimeType: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { mimeType: 'image/gif', at: 0, bytes: 'GIF8' },
  { mimeType: 'image/webp', at: 0, bytes: 'RIFF', and: { at: 8, bytes: 'WEBP' } },
  { mimeType: 'image/avif', at: 4, bytes: 'ftypavif' },
  { mimeType: 'audio/wav', at: 0, bytes: 'RIFF', and: { at: 8, bytes: 'WAVE' } },
  { mimeType: 'audio/ogg', at: 0, bytes: 'OggS' },
  { mimeType: 'audio/mpeg', at: 0, bytes: 'ID3' },
  { mimeType: 'audio/amr', at: 0, bytes: '#!AMR' },
  { mimeType: 'audio/mp4', at: 4, bytes: 'ftypM4A' },
  { mimeType: 'video/3gpp', at: 4, bytes: 'ftyp3g' },
  { mimeType: 'video/quicktime', at: 4, bytes: 'ftypqt' },
  { mimeType: 'video/mp4', at: 4, bytes: 'ftyp' },
  { mimeType: 'video/webm', at: 0, bytes: '\x1a\x45\xdf\xa3' },
  { mimeType: 'application/pdf', at: 0, bytes: '%PDF-' },
]

/** What the first bytes say the file is, or null: no answer is no proof of anything. */
export function mimeTypeBySignature(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString('latin1')
  const found = SIGNATURES.find(
    ({ at, bytes: mark, and }) =>
      start.startsWith(mark, at) && (and === undefined || start.startsWith(and.bytes, and.at)),
  )
  return found?.mimeType ?? null
}
