/** What the sheet offers to send, as its buttons name it. */
export const KINDS = ['Photo', 'Video', 'Document', 'Voice message', 'Audio', 'Sticker'] as const

export type Kind = (typeof KINDS)[number]
