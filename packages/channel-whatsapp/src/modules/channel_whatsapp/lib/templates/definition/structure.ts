import type { z } from 'zod'
import { refuse } from '../../content/limits.ts'
import type { DefinitionButton } from './button.ts'
import type { CardComponent, DefinitionComponent } from './component.ts'

/** What a finished definition's shape must keep and a draft's need not; texts and counts are the lint's. */
export function refineStructure(components: DefinitionComponent[], context: z.RefinementCtx): void {
  refineParts(components, [], context)
  components.forEach((component, index) => {
    if (component.type !== 'CAROUSEL') return
    if (component.cards.length === 0) refuse(context, [index, 'cards'], 'A carousel needs cards.')
    component.cards.forEach((card, position) => {
      refineParts(card.components, [index, 'cards', position, 'components'], context)
    })
  })
}

function refineParts(
  components: (DefinitionComponent | CardComponent)[],
  path: PropertyKey[],
  context: z.RefinementCtx,
): void {
  if (components.length === 0) refuse(context, path, 'There must be at least one component.')
  const seen = new Set<string>()
  components.forEach((component, index) => {
    const at = [...path, index]
    if (seen.has(component.type)) refuse(context, at, `There may be one component ${component.type} only.`)
    seen.add(component.type)
    if (component.type === 'HEADER' && component.format !== 'TEXT' && component.text !== undefined)
      refuse(context, [...at, 'text'], `A header of the format ${component.format} has no text.`)
    if (component.type === 'BUTTONS') refineButtons(component.buttons, [...at, 'buttons'], context)
  })
}

function refineButtons(buttons: DefinitionButton[], path: PropertyKey[], context: z.RefinementCtx): void {
  if (buttons.length === 0) refuse(context, path, 'There must be at least one button.')
  buttons.forEach((button, index) => {
    if (button.type !== 'FLOW') return
    const flows = [button.flow_id, button.flow_name, button.flow_json].filter((flow) => flow !== undefined)
    if (flows.length !== 1)
      refuse(context, [...path, index], 'A flow is named once: by flow_id, flow_name or flow_json.')
  })
}
