/** What the first line of a list may name, as the help and the example have it. */
export const columns = [
  'phone',
  'agreed_at',
  'purpose',
  'text',
  'source_document',
  'ip',
  'url',
  'reference',
  'note',
  'confirmed_at',
  'text_version',
  'language',
] as const
export type Column = (typeof columns)[number]
