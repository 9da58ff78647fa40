import { parameterRefusal } from './template-refusal.ts'

/** A call is about at most 100 templates. */
const MOST_IDS = 100

/** Ids of templates as a list, as JSON of one, or with commas between them. */
export function templateIds(given: unknown, name = 'hsm_ids'): string[] {
  const list: unknown[] = Array.isArray(given)
    ? given
    : String(given)
        .replace(/[[\]"'\s]/g, '')
        .split(',')
  const ids = [...new Set(list.map(String))]
  if (ids.some((id) => !/^\d+$/.test(id)))
    throw parameterRefusal(`Param ${name} must be a list of ids of templates.`)
  if (ids.length > MOST_IDS) throw parameterRefusal(`Param ${name} must have at most ${MOST_IDS} ids.`)
  return ids
}
