import type { ComponentType, TemplateDefinition } from '../definition/definition.ts'

/** Which component somebody speaks of, by the words that Meta's English has for each. */
const WORDS: [RegExp, ComponentType][] = [
  [/\bheader\b/i, 'HEADER'],
  [/\bfooter\b/i, 'FOOTER'],
  [/\bbuttons?\b|\bcall to action\b/i, 'BUTTONS'],
  [/\bcarousel\b|\bcards?\b/i, 'CAROUSEL'],
  [/\boffer\b/i, 'LIMITED_TIME_OFFER'],
  [/\bbody\b/i, 'BODY'],
]

export function componentNamedIn(sentence: string): ComponentType | null {
  return WORDS.find(([word]) => word.test(sentence))?.[1] ?? null
}

/** The path of a component's field as forms know it; of all components where there is none of that type. */
export function placeIn(
  { components }: Pick<TemplateDefinition, 'components'>,
  type: ComponentType,
  field: 'text' | 'example' | null = null,
): string {
  const index = components.findIndex((component) => component.type === type)
  if (index === -1) return 'components'
  const hasField = field !== null && ['HEADER', 'BODY', 'FOOTER'].includes(type)
  return hasField ? `components.${index}.${field}` : `components.${index}`
}
