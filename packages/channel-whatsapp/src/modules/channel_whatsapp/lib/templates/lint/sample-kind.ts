type MediaFormat = 'IMAGE' | 'VIDEO' | 'DOCUMENT'

/**
 * Of what kind the file behind a handle is: the second part of a handle is the file's type in base64,
 * `4::aW1hZ2UvanBlZw==:…`. Meta promises nothing about it, so null wherever it does not read so.
 */
export function sampleKind(handle: string): MediaFormat | null {
  const [, , type = ''] = handle.split(':')
  const [family, subtype] = decoded(type).split('/')
  if (!subtype) return null
  if (family === 'image') return 'IMAGE'
  if (family === 'video') return 'VIDEO'
  return family === 'application' || family === 'text' ? 'DOCUMENT' : null
}

function decoded(base64: string): string {
  try {
    return atob(base64.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}
