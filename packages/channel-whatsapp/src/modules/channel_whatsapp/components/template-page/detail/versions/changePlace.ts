import type { TemplateDefinition } from '../../../../lib/templates/definition/definition.ts'
import { readableName } from '../../../templates/templateChoices.ts'
import type { Say } from '../../words/useSay.ts'

type Place = { key: string; number?: number }
type Parts = { type: string; cards?: { components: Parts }[] }[]

/**
 * Where in a template a path such as `components.2.cards.1.components.0.text` leads, in steps that have words: the second
 * card, its body, the words.
 */
export function placesOf(path: string, definition: TemplateDefinition): Place[] {
  const steps = path.split('.')
  const places: Place[] = []
  let parts: Parts = definition.components
  for (let at = 0; at < steps.length; at += 1) {
    const [key, index] = [steps[at]!, Number(steps[at + 1])]
    if (!COUNTED.includes(key)) places.push({ key })
    // Of all of them it says nothing that what stands before does not.
    if (!COUNTED.includes(key) || Number.isNaN(index)) continue
    at += 1
    if (key !== 'components') {
      places.push({ key, number: index + 1 })
      parts = parts.find(({ type }) => type === 'CAROUSEL')?.cards?.[index]?.components ?? []
      continue
    }
    const type = parts[index]?.type ?? key
    // Which button or card it is says that it is one.
    if (!COUNTED.includes(steps[at + 1] ?? '')) places.push({ key: type.toLowerCase() })
  }
  return places
}

const COUNTED = ['components', 'buttons', 'cards']

/** @param definition the form that has what the path leads to: the old one of what was removed */
export function placeText(say: Say, path: string, definition: TemplateDefinition): string {
  return placesOf(path, definition)
    .map(({ key, number }) => say(`place.${key}`, number === undefined ? {} : { number }, readableName(key)))
    .join(' · ')
}
