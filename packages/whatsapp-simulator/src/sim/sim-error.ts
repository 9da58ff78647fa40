import type { ZodError } from 'zod'

/** A refusal of the simulator's own API: a sentence for a person and a code for a program. */
export class SimError extends Error {
  readonly status: 400 | 403 | 404 | 409 | 413
  readonly code: string

  constructor(status: 400 | 403 | 404 | 409 | 413, code: string, sentence: string) {
    super(sentence)
    this.status = status
    this.code = code
  }
}

export function invalidInput(error: ZodError) {
  const fieldErrors: Record<string, string> = {}
  for (const issue of error.issues) fieldErrors[issue.path.join('.') || 'body'] ??= issue.message
  return { error: 'Some fields are not valid.', code: 'invalid_input', fieldErrors }
}
