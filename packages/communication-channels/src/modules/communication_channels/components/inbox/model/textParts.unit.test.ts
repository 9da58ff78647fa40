import { type TextPart, textParts } from './textParts.ts'

/** Parts in one line: `[https://…]` for a link, `<bold …>` for what stands out. */
function shown(parts: TextPart[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      return part.kind === 'link' ? `[${part.text}]` : `<${part.kind} ${shown(part.parts)}>`
    })
    .join('')
}

test.each([
  ['Hello', 'Hello'],
  ['', ''],
  ['See https://shop.example/a?b=c.', 'See [https://shop.example/a?b=c].'],
  ['(https://shop.example/a)', '([https://shop.example/a])'],
  ['https://de.wikipedia.org/wiki/Zelt_(Camping)', '[https://de.wikipedia.org/wiki/Zelt_(Camping)]'],
  ['(https://de.wikipedia.org/wiki/A_(b))', '([https://de.wikipedia.org/wiki/A_(b)])'],
  ['Https://shop.example/t/abc_ and', '[Https://shop.example/t/abc_] and'],
  ['_https://a.example/c_', '<italic [https://a.example/c]>'],
  ['http://a.example http://b.example', '[http://a.example] [http://b.example]'],
  ['javascript:alert(1) ftp://a.example', 'javascript:alert(1) ftp://a.example'],
  ['*now* or _later_, ~never~', '<bold now> or <italic later>, <struck never>'],
  ['*_both_*', '<bold <italic both>>'],
  ['*see https://a.example/x_y_z*', '<bold see [https://a.example/x_y_z]>'],
  ['```a *b* c```', '<mono a *b* c>'],
  ['2*3*4 and file_name_1', '2*3*4 and file_name_1'],
  ['* not a mark * either', '* not a mark * either'],
  ['*over\ntwo lines*', '*over\ntwo lines*'],
  ['*open', '*open'],
  ['***', '***'],
  ['*żółty*', '<bold żółty>'],
])('%s', (text, expected) => {
  expect(shown(textParts(text))).toBe(expected)
})

test('a long text of marks that never close stays as it was typed', () => {
  const text = '*a _b ~c '.repeat(5_000)
  expect(shown(textParts(text))).toBe(text)
})
