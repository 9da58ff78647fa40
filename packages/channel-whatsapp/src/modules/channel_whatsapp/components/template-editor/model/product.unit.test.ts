import { addButton, buttonsOf } from './buttons.ts'
import { headerKind, setHeaderKind } from './header.ts'
import type { Parts } from './parts.ts'
import { addButtonWithHeader, removeButtonWithHeader, setHeaderWithButton } from './product.ts'

const plain = addButton([{ type: 'BODY', text: 'Look' }], 'URL')
const product = setHeaderWithButton(plain, 'PRODUCT', 'View')
const shown = (parts: Parts) => [headerKind(parts), ...buttonsOf(parts).map(({ type }) => type)]

test.each([
  ['the header brings its button', product, ['PRODUCT', 'URL', 'SPM']],
  ['the button brings its header', addButtonWithHeader(plain, 'SPM', 'View'), ['PRODUCT', 'URL', 'SPM']],
  [
    'a button that is there is not added again',
    setHeaderWithButton(addButton(plain, 'SPM'), 'PRODUCT', 'View'),
    ['PRODUCT', 'URL', 'SPM'],
  ],
  ['another header takes the button away', setHeaderWithButton(product, 'IMAGE', 'View'), ['IMAGE', 'URL']],
  ['the header goes with its button', removeButtonWithHeader(product, 1), ['NONE', 'URL']],
  ['it stays where another button goes', removeButtonWithHeader(product, 0), ['PRODUCT', 'SPM']],
  [
    'other buttons leave the header alone',
    addButtonWithHeader(setHeaderKind(plain, 'IMAGE'), 'MPM', 'All'),
    ['IMAGE', 'URL', 'MPM'],
  ],
] as const)('of a product %s', (_, parts, expected) => {
  expect(shown(parts)).toEqual(expected)
})
