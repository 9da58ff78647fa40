import type { DefinitionButton } from '../../../lib/templates/definition/definition.ts'
import { type ButtonKind, newButton } from './button-kinds.ts'
import { type Parts, partOf, withoutPart, withPart } from './parts.ts'

export function buttonsOf(parts: Parts): DefinitionButton[] {
  return partOf(parts, 'BUTTONS')?.buttons ?? []
}

export function setButtons(parts: Parts, buttons: DefinitionButton[]): Parts {
  if (buttons.length === 0) return withoutPart(parts, 'BUTTONS')
  return withPart(parts, { type: 'BUTTONS', buttons })
}

/** Meta wants quick replies side by side: a new button joins those of its group. */
function placeForButton(buttons: readonly DefinitionButton[], kind: ButtonKind): number {
  const isQuick = (type: string) => type === 'QUICK_REPLY'
  const last = buttons.findLastIndex(({ type }) => isQuick(type) === isQuick(kind))
  return last === -1 ? buttons.length : last + 1
}

export function addButton(parts: Parts, kind: ButtonKind, text = ''): Parts {
  const buttons = buttonsOf(parts)
  return setButtons(parts, buttons.toSpliced(placeForButton(buttons, kind), 0, newButton(kind, text)))
}

export function removeButton(parts: Parts, index: number): Parts {
  return setButtons(parts, buttonsOf(parts).toSpliced(index, 1))
}

export function moveButton(parts: Parts, index: number, by: -1 | 1): Parts {
  const buttons = buttonsOf(parts)
  const button = buttons[index]
  const other = buttons[index + by]
  if (!button || !other) return parts
  return setButtons(parts, buttons.with(index, other).with(index + by, button))
}

/** A field given `undefined` is taken away. */
export function changeButton(parts: Parts, index: number, change: Record<string, unknown>): Parts {
  const buttons = buttonsOf(parts)
  const button = buttons[index]
  if (!button) return parts
  const changed = Object.entries({ ...button, ...change }).filter(([, value]) => value !== undefined)
  return setButtons(parts, buttons.with(index, Object.fromEntries(changed) as DefinitionButton))
}

const LINK_VARIABLE = /\{\{[^}]*\}\}$/

/** A link may end in one variable, which Meta numbers 1 however the text names its own. */
export function hasLinkVariable(url: string): boolean {
  return LINK_VARIABLE.test(url)
}

export function setLinkVariable(parts: Parts, index: number, isOn: boolean): Parts {
  const button = buttonsOf(parts)[index]
  if (button?.type !== 'URL' || hasLinkVariable(button.url ?? '') === isOn) return parts
  const url = button.url ?? ''
  return isOn
    ? changeButton(parts, index, { url: `${url}{{1}}`, example: [''] })
    : changeButton(parts, index, { url: url.replace(LINK_VARIABLE, ''), example: undefined })
}
