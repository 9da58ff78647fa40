import type { DefinitionComponent, TemplateDefinition } from '../../../lib/templates/definition/definition.ts'

/** The components of a template, or of one card of its carousel: both are edited alike. */
export type Parts = DefinitionComponent[]
type PartType = DefinitionComponent['type']
export type Part<T extends PartType> = Extract<DefinitionComponent, { type: T }>

/** In the order in which a phone shows them. */
const ORDER: readonly string[] = [
  'HEADER',
  'LIMITED_TIME_OFFER',
  'BODY',
  'CALL_PERMISSION_REQUEST',
  'FOOTER',
  'BUTTONS',
  'CAROUSEL',
]

export function partOf<T extends PartType>(parts: Parts, type: T): Part<T> | undefined {
  return parts.find((part): part is Part<T> => part.type === type)
}

/** Puts a component in the place of its kind, or where it belongs. */
export function withPart(parts: Parts, part: DefinitionComponent): Parts {
  if (parts.some(({ type }) => type === part.type)) {
    return parts.map((one) => (one.type === part.type ? part : one))
  }
  return [...parts, part].sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))
}

export function withoutPart(parts: Parts, type: PartType): Parts {
  return parts.filter((part) => part.type !== type)
}

/**
 * Where a component stands, as findings name it (`components.1`); one that is not there yet has the path that it would get.
 *
 * @param base of the components themselves: `components`, or that of a card
 */
export function pathOfPart(parts: Parts, type: PartType, base: string): string {
  const at = parts.findIndex((part) => part.type === type)
  const wouldBe = parts.filter((part) => ORDER.indexOf(part.type) < ORDER.indexOf(type)).length
  return `${base}.${at === -1 ? wouldBe : at}`
}

export function changeParts(
  definition: TemplateDefinition,
  change: (parts: Parts) => Parts,
): TemplateDefinition {
  return { ...definition, components: change(definition.components) }
}
