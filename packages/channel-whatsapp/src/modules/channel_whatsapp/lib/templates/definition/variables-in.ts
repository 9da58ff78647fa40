/** Whatever stands between two pairs of braces, well formed or not. */
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g

export interface PlacedVariable {
  /** As it stands between the braces. */
  raw: string
  key: string
  start: number
  end: number
}

export function placedVariables(text: string): PlacedVariable[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({
    raw: match[1]!,
    key: match[1]!.trim(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** As it stands in a text. */
export function written(key: string): string {
  return `{{${key}}}`
}

/** Each once, in the order in which they appear. */
export function keysIn(text: string): string[] {
  return [...new Set(placedVariables(text).map(({ key }) => key))]
}

/** In the order of Meta's list of examples: numbers by their value, names as they appear. */
export function keysInExampleOrder(text: string): string[] {
  const keys = keysIn(text)
  return keys.every(isNumber) ? keys.sort((one, other) => Number(one) - Number(other)) : keys
}

/** Positional variables are numbers from 1. */
export function isNumber(key: string): boolean {
  return /^\d+$/.test(key)
}

/** Meta's rule for named variables: small letters, digits and underscores. */
export function isName(key: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(key)
}

export function replaceVariables(text: string, replacement: (key: string) => string): string {
  return text.replace(PLACEHOLDER, (_, raw: string) => replacement(raw.trim()))
}
