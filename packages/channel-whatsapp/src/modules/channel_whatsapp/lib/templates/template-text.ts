import type { TemplateValue } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'

/** Positional `{{1}}` or named `{{first_name}}`. */
const VARIABLE = /\{\{\s*([a-z0-9_]+)\s*\}\}/gi

/** The variables of a text, each once, in the order in which they appear. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[1]!))]
}

/** Fills a text's variables in; one without a value stays visible as it is. */
export function fillIn(text: string, values: Record<string, TemplateValue>): string {
  return text.replace(VARIABLE, (whole, key: string) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    return value === undefined ? whole : readable(value)
  })
}

/** Money and times are shown by Meta in the reader's manner; we show what is shown where it cannot. */
export function readable(value: TemplateValue): string {
  return typeof value === 'string' ? value : value.fallback
}
