import { textLimit } from '../limits.ts'
import type { DraftField } from './fieldChecks.ts'

/** Kept with the draft of a form: the text that is to leave where the form itself is refused. */
export type WithFallback = { fallbackText?: string }

export function fallbackField(text: string): DraftField {
  return { path: 'fallbackText', text, limit: textLimit }
}
