import type { MappingView } from '../../../lib/templates/mapping/edit-mapping.ts'
import type { TemplateMapping, ValueFormat } from '../../../lib/templates/mapping/mapping.ts'
import { FREE, OWN_DATA } from '../../../lib/templates/mapping/sources.ts'

/** Nobody decided: the name of the variable says where its value comes from, if anything does. */
export const UNDECIDED = 'undecided'
/** A value that the shop's own notifications bring along, under a key that somebody types. */
export const OWN = 'own'

/** What is chosen for one value, as the fields on the screen have it. */
export type EntryDraft = {
  source: string
  ownKey: string
  fallback: string
  /** By language; '' where it is the same. */
  fallbacks: Record<string, string>
  format: ValueFormat
}
export type MappingDraft = Record<string, EntryDraft>

export function draftOf({ variables, mapping }: MappingView): MappingDraft {
  return Object.fromEntries(
    variables.map(({ path }) => {
      const { source = UNDECIDED, fallback = '', fallbacks = {}, format = 'text' } = mapping[path] ?? {}
      const ownKey = source.startsWith(OWN_DATA) ? source.slice(OWN_DATA.length) : ''
      return [path, { source: ownKey ? OWN : source, ownKey, fallback, fallbacks, format }]
    }),
  )
}

/** What somebody wrote as a fallback counts also where they left the source to the name of the variable. */
export function mappingOf(draft: MappingDraft, variables: MappingView['variables']): TemplateMapping {
  return Object.fromEntries(
    variables.flatMap(({ path, guess, languages }) => {
      const { source, ownKey, fallback, fallbacks, format } = draft[path]!
      const written = fallback.trim()
      const byLanguage = languages.flatMap((one) =>
        fallbacks[one]?.trim() ? [[one, fallbacks[one].trim()]] : [],
      )
      if (source === UNDECIDED && !written && byLanguage.length === 0) return []
      const chosen =
        source === UNDECIDED ? (guess ?? FREE) : source === OWN ? OWN_DATA + ownKey.trim() : source
      const entry = {
        source: chosen,
        ...(written ? { fallback: written } : {}),
        ...(byLanguage.length > 0 ? { fallbacks: Object.fromEntries(byLanguage) } : {}),
        ...(format === 'text' ? {} : { format }),
      }
      return [[path, entry]]
    }),
  )
}
