import type { ButtonKind } from './button-kinds.ts'
import { addButton, buttonsOf, removeButton } from './buttons.ts'
import { type HeaderKind, headerKind, setHeaderKind } from './header.ts'
import type { Parts } from './parts.ts'

/** A product of the catalog stands above the text with a button that opens it: the two come and go together. */
/** @param text what the button says */
export function setHeaderWithButton(parts: Parts, kind: HeaderKind, text: string): Parts {
  const changed = setHeaderKind(parts, kind)
  const at = buttonsOf(parts).findIndex(({ type }) => type === 'SPM')
  if (kind === 'PRODUCT') return at === -1 ? addButton(changed, 'SPM', text) : changed
  return headerKind(parts) === 'PRODUCT' && at !== -1 ? removeButton(changed, at) : changed
}

export function addButtonWithHeader(parts: Parts, kind: ButtonKind, text: string): Parts {
  return kind === 'SPM' ? setHeaderWithButton(parts, 'PRODUCT', text) : addButton(parts, kind, text)
}

export function removeButtonWithHeader(parts: Parts, index: number): Parts {
  const isOfHeader = buttonsOf(parts)[index]?.type === 'SPM' && headerKind(parts) === 'PRODUCT'
  return removeButton(isOfHeader ? setHeaderKind(parts, 'NONE') : parts, index)
}
