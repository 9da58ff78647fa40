import type { RequestedComponent, RequestedParameter } from './template-send-schema.ts'

type Path = readonly PropertyKey[]

/** A parameter, and where in the request it stands: a refusal names it as the caller wrote it. */
export type SentParameter = { value: RequestedParameter; path: Path }

export type SentPart = Pick<RequestedComponent, 'sub_type' | 'index'> & {
  type: string
  parameters: SentParameter[]
}
export type SentCard = { card_index: number; components: SentPart[] }
export type SentComponent = SentPart & { type: RequestedComponent['type']; cards: SentCard[] }

/** The components of a send with the place of each parameter in them. */
export function locate(components: RequestedComponent[]): SentComponent[] {
  return components.map((component, index) => {
    const path = ['template', 'components', index]
    const cards = (component.cards ?? []).map((card, number) => ({
      card_index: card.card_index,
      components: card.components.map((part, position) => ({
        ...part,
        parameters: placed(part.parameters, [...path, 'cards', number, 'components', position]),
      })),
    }))
    return { ...component, parameters: placed(component.parameters, path), cards }
  })
}

function placed(parameters: RequestedParameter[], path: Path): SentParameter[] {
  return parameters.map((value, index) => ({ value, path: [...path, 'parameters', index] }))
}

/** The parameters of all components of one type, in their order. */
export function parametersOf(components: SentPart[], type: string): SentParameter[] {
  return components
    .filter((component) => component.type === type)
    .flatMap((component) => component.parameters)
}
