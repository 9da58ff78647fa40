import { body, bodyText, mended, said, withParts } from '../../../../../../../test/lint-cases.ts'

const at = 'components.0.text'

describe('braces', () => {
  it.each<[string, string[]]>([
    ['Your order {{1} has left our house today.', [`refused braces_unclosed ${at}`]],
    ['Your order 1}} has left our house today.', [`refused braces_unclosed ${at}`]],
    ['Your order {1} has left our house today.', [`advice braces_single ${at}`]],
    ['Your order {name} has left our house today.', [`advice braces_single ${at}`]],
    ['A smile :-} costs us nothing at all today.', []],
  ])('%p', (text, findings) => {
    expect(said(withParts(body(text)))).toEqual(findings)
  })

  it('with spaces inside make no variable, and are closed up', () => {
    const spaced = withParts(body('Your order {{ 1 }} has left our house today.', '10482'))
    expect(said(spaced)).toEqual([`refused braces_spaces ${at}`])
    expect(bodyText(mended(spaced, 'braces_spaces'))).toBe('Your order {{1}} has left our house today.')
  })

  it('that are single become double', () => {
    const single = withParts(body('Your order {1} has left our house today.'))
    expect(bodyText(mended(single, 'braces_single'))).toBe('Your order {{1}} has left our house today.')
  })
})
