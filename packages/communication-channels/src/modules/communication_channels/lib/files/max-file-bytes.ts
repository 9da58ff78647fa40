/** The most that any file may have, received or sent: the platform's own largest. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024
