export type DocumentKind =
  | 'pdf'
  | 'words'
  | 'sheet'
  | 'slides'
  | 'archive'
  | 'picture'
  | 'audio'
  | 'video'
  | 'other'

const byType: [RegExp, DocumentKind][] = [
  [/^application\/pdf$/, 'pdf'],
  [/spreadsheet|ms-excel|^text\/csv$/, 'sheet'],
  [/presentation|ms-powerpoint/, 'slides'],
  [/wordprocessing|msword|opendocument\.text|^text\/|rtf$/, 'words'],
  [/zip|x-tar|gzip|x-7z|rar/, 'archive'],
  [/^image\//, 'picture'],
  [/^audio\//, 'audio'],
  [/^video\//, 'video'],
]

/** What sort of document it is, for its icon. */
export function documentKind(mimeType: string | null): DocumentKind {
  const type = mimeType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return byType.find(([pattern]) => pattern.test(type))?.[1] ?? 'other'
}

const calledOtherwise: Record<string, string> = {
  'audio/mpeg': 'MP3',
  'audio/mp4': 'M4A',
  'text/plain': 'TXT',
  'video/quicktime': 'MOV',
}

/** What people call the format: the name's ending, else the last word of the type (`image/svg+xml`: `SVG`). */
export function formatName(mimeType: string | null, name: string | null): string | null {
  const ending = name?.match(/\.([a-z0-9]{1,5})$/i)?.[1]
  if (ending) return ending.toUpperCase()
  const type = mimeType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const called = calledOtherwise[type]
  if (called) return called
  const subtype = type.split('/')[1]?.split('+')[0]
  return subtype && subtype.length <= 6 ? subtype.toUpperCase() : null
}
