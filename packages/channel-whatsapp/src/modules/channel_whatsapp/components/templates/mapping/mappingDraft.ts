import type { MappingView } from '../../../lib/templates/mapping/edit-mapping.ts'
import type { TemplateMapping, ValueFormat } from '../../../lib/templates/mapping/mapping.ts'
import { FREE, OWN_DATA } from '../../../lib/templates/mapping/sources.ts'

/** Nobody decided: the name of the variable says where its value comes from, if anything does. */
export const UNDECIDED = 'undecided'
/** A value that the shop's own notifications bring along, under a key that somebody types. */
export const OWN = 'own'

/** What is chosen for one value, as the fields on the screen have it. */
export type EntryDraft = { source: string; ownKey: string; fallback: string; format: ValueFormat }
export type MappingDraft = Record<string, EntryDraft>

export function draftOf({ variables, mapping }: MappingView): MappingDraft {
  return Object.fromEntries(
    variables.map(({ path }) => {
      const { source = UNDECIDED, fallback = '', format = 'text' } = mapping[path] ?? {}
      const ownKey = source.startsWith(OWN_DATA) ? source.slice(OWN_DATA.length) : ''
      return [path, { source: ownKey ? OWN : source, ownKey, fallback, format }]
    }),
  )
}

/** What somebody wrote as a fallback counts also where they left the source to the name of the variable. */
export function mappingOf(draft: MappingDraft, variables: MappingView['variables']): TemplateMapping {
  return Object.fromEntries(
    variables.flatMap(({ path, guess }) => {
      const { source, ownKey, fallback, format } = draft[path]!
      const written = fallback.trim()
      if (source === UNDECIDED && !written) return []
      const chosen =
        source === UNDECIDED ? (guess ?? FREE) : source === OWN ? OWN_DATA + ownKey.trim() : source
      const entry = {
        source: chosen,
        ...(written ? { fallback: written } : {}),
        ...(format === 'text' ? {} : { format }),
      }
      return [[path, entry]]
    }),
  )
}
