/** So long a status may take to tell what became of a message; afterwards a person is asked. */
export const UNSETTLED_AFTER_MS = 5 * 60_000

/**
 * When the answer about a message was lost; null where what became of it is known. Whatever is written on such a message
 * makes it known, so its last change is when it became unknown.
 */
export function unknownSinceOf({
  status,
  updatedAt,
}: {
  status: string | null
  updatedAt: Date
}): Date | null {
  return status === 'unknown' ? updatedAt : null
}

/** From then on a person may decide about it; a status may settle it at any time. */
export function decidableFrom(unknownSince: Date): Date {
  return new Date(unknownSince.getTime() + UNSETTLED_AFTER_MS)
}
