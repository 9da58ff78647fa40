const HOUR_MS = 60 * 60 * 1000

/** 133016: a number is registered, and deregistered, at most ten times in 72 hours each.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/registration */
const CALLS = 10
const WITHIN_MS = 72 * HOUR_MS

/** Meta says that there is a limit of guesses, but neither how many nor for how long. */
const GUESSES = 5
const GUESSES_WITHIN_MS = HOUR_MS

const CODE_TRIES = 5

export const CODE_LASTS_MS = 10 * 60 * 1000

/** `earlier` are the times of the number's calls of one kind. */
export function isCalledTooOften(earlier: number[], now: number): boolean {
  return earlier.filter((time) => time > now - WITHIN_MS).length >= CALLS
}

export function isGuessedTooOften(wrongPins: number[], now: number): boolean {
  return wrongPins.filter((time) => time > now - GUESSES_WITHIN_MS).length >= GUESSES
}

/** Why a code is not the one that was sent, as the details of 136024; null when it is. */
export function codeProblem(
  sent: { text: string; expiresAt: number; wrongTries: number } | null,
  given: string,
  now: number,
): string | null {
  if (!sent) return 'No code was requested.'
  if (now >= sent.expiresAt) return 'The code has expired; request another one.'
  if (sent.wrongTries >= CODE_TRIES) return 'The code was tried too often; request another one.'
  return given === sent.text ? null : 'The code is not the one that was sent.'
}

export function isPin(text: unknown): text is string {
  return typeof text === 'string' && /^\d{6}$/.test(text)
}
