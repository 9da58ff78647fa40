/** One field of a form. `path` is where its value stands in the request, and so where the server would complain. */
export type DraftField = { path: string; text: string; limit: number; isRequired?: boolean }

export type Complaint =
  | { kind: 'missing' | 'duplicate' | 'email' | 'phone' | 'reach' | 'latitude' | 'longitude' }
  | { kind: 'tooLong'; limit: number }

/** What is wrong, by the path of the field; empty when the draft may be sent. */
export type Complaints = Record<string, Complaint>

export function checkFields(fields: DraftField[]): Complaints {
  const complaints: Complaints = {}
  for (const { path, text, limit, isRequired } of fields) {
    const length = text.trim().length
    if (length > limit) complaints[path] = { kind: 'tooLong', limit }
    else if (isRequired && length === 0) complaints[path] = { kind: 'missing' }
  }
  return complaints
}

/** Fields whose text was used by an earlier one of them already. */
export function checkDistinct(fields: Pick<DraftField, 'path' | 'text'>[]): Complaints {
  const seen = new Set<string>()
  const complaints: Complaints = {}
  for (const { path, text } of fields) {
    const value = text.trim()
    if (value && seen.has(value)) complaints[path] = { kind: 'duplicate' }
    seen.add(value)
  }
  return complaints
}

/** The trimmed text under its name, or nothing where there is none: an empty text is no text. */
export function optional<Name extends string>(name: Name, text: string): { [key in Name]?: string } {
  const value = text.trim()
  return (value ? { [name]: value } : {}) as { [key in Name]?: string }
}
