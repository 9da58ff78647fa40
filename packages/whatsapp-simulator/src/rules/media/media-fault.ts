/** What goes wrong with a file, by where: finding it by its id, downloading it, uploading it. */
export const mediaFaults = {
  /** `expired_url` answers with an address that is over already. */
  lookups: ['404', '500', '503', 'expired_url'],
  /** `reset` breaks in the middle, `stall` falls silent there, `short` ends there; `wrong_bytes` is of another hash. */
  downloads: ['404', '500', '503', 'reset', 'stall', 'short', 'wrong_bytes'],
  /** `reset` breaks the connection once the file, or half of it in a resumable upload, is taken. */
  uploads: ['131053', '500', '503', 'reset'],
} as const

export type MediaStep = keyof typeof mediaFaults
export type MediaFault<Step extends MediaStep> = (typeof mediaFaults)[Step][number]
