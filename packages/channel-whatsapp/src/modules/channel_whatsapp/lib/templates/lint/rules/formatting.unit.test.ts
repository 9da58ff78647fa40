import {
  body,
  bodyText,
  footer,
  GOOD_TEXT,
  mended,
  said,
  withParts,
} from '../../../../../../../test/lint-cases.ts'

const at = 'components.0.text'

describe('how a text looks', () => {
  it.each<[string, string, string[]]>([
    ['an empty line', `${GOOD_TEXT}\n\nYours`, []],
    ['two empty lines', `${GOOD_TEXT}\n\n\nYours`, [`refused line_breaks ${at}`]],
    ['a tab', `${GOOD_TEXT}\tYours`, [`refused wide_gaps ${at}`]],
    ['four spaces', `${GOOD_TEXT}    Yours`, []],
    ['five spaces', `${GOOD_TEXT}     Yours`, [`refused wide_gaps ${at}`]],
    ['a space at the end', `${GOOD_TEXT} `, [`advice outer_spaces ${at}`]],
    ['capitals', GOOD_TEXT.toUpperCase(), [`advice all_capitals ${at}`]],
    ['an abbreviation', `DHL: ${GOOD_TEXT}`, []],
    ['ten emoji', GOOD_TEXT + '🎪'.repeat(10), []],
    ['eleven', GOOD_TEXT + '🎪'.repeat(11), [`advice many_emoji ${at}`]],
    ['a family is one', GOOD_TEXT + '👨‍👩‍👧'.repeat(10), []],
  ])('%s', (_, text, findings) => {
    expect(said(withParts(body(text)))).toEqual(findings)
  })

  it('is looked at in footers too', () => {
    expect(said(withParts(body(), footer('Yours ')))).toEqual(['advice outer_spaces components.1.text'])
  })

  it.each([
    ['line_breaks', `${GOOD_TEXT}\n\n\n\nYours`, `${GOOD_TEXT}\n\nYours`],
    ['wide_gaps', `${GOOD_TEXT}\tYours`, `${GOOD_TEXT} Yours`],
    ['outer_spaces', `\n${GOOD_TEXT} `, GOOD_TEXT],
  ])('is mended: %s', (code, before, after) => {
    expect(bodyText(mended(withParts(body(before)), code))).toBe(after)
  })
})
