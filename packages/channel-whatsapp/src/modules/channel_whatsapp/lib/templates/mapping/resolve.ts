import type { NotificationValue } from '@open-mercato/communication-channels/modules/communication_channels/lib/notifications/notification-value'
import { isCopyCode } from '../copy-code.ts'
import { isLinkRest } from '../link-rest.ts'
import { formatValue } from './format-value.ts'
import { guessSource } from './guess-source.ts'
import type { MappingEntry, TemplateMapping } from './mapping.ts'
import { dataKeysOf } from './sources.ts'
import type { MappableVariable } from './variables.ts'

export type Data = Readonly<Record<string, NotificationValue>>

/** The values of a template, by their paths, as far as the data has them; what it lacks is left out. */
export function resolveVariables(
  variables: MappableVariable[],
  mapping: TemplateMapping,
  data: Data,
  language: string,
): Record<string, string> {
  const filled = variables.map((one) => [one.path, resolveVariable(one, mapping, data, language)] as const)
  return Object.fromEntries(filled.filter(([, value]) => value !== ''))
}

function resolveVariable(
  variable: MappableVariable,
  mapping: TemplateMapping,
  data: Data,
  language: string,
): string {
  const entry = entryOf(mapping, variable.path)
  for (const key of keysOf(variable, entry)) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined
    if (value === undefined) continue
    const text = fitting(variable, formatValue(value, language, entry?.format))
    if (text !== '') return text
  }
  return fitting(variable, fallbackOf(entry, language))
}

/** By which key the data would have it, to be named where it has not. */
export function expectedKey(variable: MappableVariable, mapping: TemplateMapping): string {
  const entry = entryOf(mapping, variable.path)
  return (entry ? dataKeysOf(entry.source)[0] : null) ?? variable.name
}

/** What a mapping decides holds; without one, data of the variable's own name comes before what the name suggests. */
function keysOf({ name, kind }: MappableVariable, entry: MappingEntry | undefined): readonly string[] {
  if (entry) return dataKeysOf(entry.source)
  // The words on a button name no value, but a code to copy has one meaning only.
  if (kind === 'suffix') return []
  const guessed = guessSource(kind === 'code' ? 'code' : name)
  return [...(kind === 'text' ? [name] : []), ...(guessed ? dataKeysOf(guessed) : [])]
}

function entryOf(mapping: TemplateMapping, path: string): MappingEntry | undefined {
  return Object.hasOwn(mapping, path) ? mapping[path] : undefined
}

function fallbackOf(entry: MappingEntry | undefined, language: string): string {
  return entry?.fallbacks?.[language] || entry?.fallback || ''
}

/** As Meta takes it: on one line; of a link what the template does not have already; '' where it cannot be used. */
function fitting({ kind, link }: MappableVariable, value: string): string {
  const text = value.replace(/[\n\r\t]+| {5,}/g, ' ').trim()
  if (kind === 'code') return isCopyCode(text) ? text : ''
  if (kind !== 'suffix') return text
  if (!isLinkRest(text)) return ''
  if (!/^https?:\/\//i.test(text)) return text
  return link !== null && text.startsWith(link) ? text.slice(link.length) : ''
}
