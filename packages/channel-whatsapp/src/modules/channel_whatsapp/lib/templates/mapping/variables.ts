import { buttonsOf, cardsOf, findComponent, type Template, type TemplatePart } from '../component.ts'
import { carriesCode } from '../one-time-code.ts'
import { takenBy } from '../template-needs.ts'
import { variablesOf } from '../template-text.ts'

/** One value of a template that may come from somewhere. */
export interface MappableVariable {
  /** Where it goes: `body.1`, `buttons.0`, `cards.1.body.name`. */
  path: string
  /** As the template calls it; of a button its words. */
  name: string
  kind: 'text' | 'suffix' | 'code'
  /** Of the rest of a link: what stands before it. */
  link: string | null
}

/** The values of a template that context can fill in, in the order in which they appear. */
export function mappableVariables(template: Template): MappableVariable[] {
  return [
    ...ofPart(template, '', !carriesCode(template)),
    ...cardsOf(template).flatMap((card, index) => ofPart(card, `cards.${index}.`, true)),
  ]
}

function ofPart(part: TemplatePart, prefix: string, hasOwnButtons: boolean): MappableVariable[] {
  const texts = (['header', 'body'] as const).flatMap((name) => {
    const text = findComponent(part, name === 'header' ? 'HEADER' : 'BODY')?.text ?? ''
    return variablesOf(text).map((key) => ({ path: `${prefix}${name}.${key}`, name: key }))
  })
  const buttons = (hasOwnButtons ? buttonsOf(part) : []).flatMap((button, index): MappableVariable[] => {
    const takes = takenBy(button)
    if (takes !== 'suffix' && takes !== 'code') return []
    const link = takes === 'suffix' ? linkBefore(button.url ?? '') : null
    return [{ path: `${prefix}buttons.${index}`, name: button.text ?? button.type, kind: takes, link }]
  })
  return [...texts.map((one) => ({ ...one, kind: 'text' as const, link: null })), ...buttons]
}

/** What of a link is the same for everybody. */
export function linkBefore(url: string): string {
  return url.split('{{')[0]!
}
