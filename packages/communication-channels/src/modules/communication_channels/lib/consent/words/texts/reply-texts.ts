interface TextParts {
  business: string
  /** As people are to write them; null: there is no such word. */
  stop: string | null
  start: string | null
}

/** Of one language, what people read who wrote a word. Each says how far it goes, and how it is undone. */
export interface ReplyTexts {
  stoppedMarketing(parts: TextParts): string
  stoppedAll(parts: TextParts): string
  startedMarketing(parts: TextParts): string
  startedAll(parts: TextParts): string
  confirmed(parts: TextParts): string
  /** Of double opt-in. */
  question(parts: { business: string; yes: string }): string
}

export function lines(...said: (string | null)[]): string {
  return said.filter((one) => one !== null).join('\n\n')
}

export function hint(word: string | null, say: (word: string) => string): string | null {
  return word === null ? null : say(word)
}
