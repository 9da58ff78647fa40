// A list of people who agreed to marketing elsewhere, each with a text and a document that shows it.
/** How long a list took, by one worker. */
export interface ImportResult {
  rows: number
  /** Seconds in which the rows were read and judged; null for what judges nothing. */
  checking: number | null
  recording: number
}

export function consentList(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, n) =>
      `+48 6${String(10_000_000 + n)},marketing,2026-05-03T10:00:00Z,"Yes, write to me about offers and news.",form-${n}.pdf`,
  )
  return ['phone,purpose,agreed_at,text,source_document', ...lines].join('\n')
}
