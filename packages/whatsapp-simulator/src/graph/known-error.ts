/** What Meta says with a code; `http` is the documented status, 400 where it is missing. */
export type KnownError = { title: string; http?: number; details?: string; subcode?: number }
