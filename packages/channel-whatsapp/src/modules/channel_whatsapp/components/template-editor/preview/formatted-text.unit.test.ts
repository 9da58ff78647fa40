import { readMarks, type TextNode } from './formatted-text.ts'

/** As tags, short enough for a table. */
const tagged = (nodes: TextNode[]): string =>
  nodes
    .map((node) => {
      if (node.kind === 'text') return node.text
      return `<${node.kind}>${'inside' in node ? tagged(node.inside) : node.text}</>`
    })
    .join('')

test.each([
  ['bold', 'Hi *Ana*!', 'Hi <bold>Ana</>!'],
  ['italic', '_now_', '<italic>now</>'],
  ['struck through', '~12~ 10', '<strike>12</> 10'],
  ['one in the other', '*_both_*', '<bold><italic>both</></>'],
  ['fixed width over lines', '```a\n*b*```', '<mono>a\n*b*</>'],
  ['fixed width in one back-quote', 'press `Enter`', 'press <mono>Enter</>'],
  ['a lone sign is a sign', '2 * 3 = 6', '2 * 3 = 6'],
  ['signs inside words are signs', 'snake_case_name 2*3*4', 'snake_case_name 2*3*4'],
  ['a mark does not reach over a line', '*a\nb*', '*a\nb*'],
  ['a mark around a space is none', '* a*', '* a*'],
  ['letters of every script are words', '*مرحبا* بك', '<bold>مرحبا</> بك'],
  ['a link without the full stop behind it', 'See https://acme.test/a.', 'See <link>https://acme.test/a</>.'],
  ['a gap', 'Hi {{first_name}} and {{last_name}}', 'Hi <gap>{{first_name}}</> and <gap>{{last_name}}</>'],
  ['a gap that is marked', '*{{1}}*', '<bold><gap>{{1}}</></>'],
])('%s', (_, text, expected) => {
  expect(tagged(readMarks(text))).toBe(expected)
})
