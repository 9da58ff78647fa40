import { insertText, type Selected, toggleMark } from './marks.ts'

/** `[` and `]` stand for the ends of the selection. */
const read = (text: string): Selected => {
  const start = text.indexOf('[')
  const end = text.indexOf(']') - 1
  return { text: text.replace(/[[\]]/g, ''), start, end }
}
const write = ({ text, start, end }: Selected) =>
  `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`

test.each([
  ['a word is marked', 'Hi [Ana]!', 'bold', 'Hi *[Ana]*!'],
  ['a marked word is not any more', 'Hi *[Ana]*!', 'bold', 'Hi [Ana]!'],
  ['spaces stay outside', 'Hi [ Ana ]!', 'italic', 'Hi  _[Ana]_ !'],
  ['without a selection the mark waits', 'Hi []', 'strike', 'Hi ~[]~'],
  ['fixed width has three signs', '[code]', 'mono', '```[code]```'],
] as const)('%s', (_, text, mark, marked) => {
  expect(write(toggleMark(read(text), mark))).toBe(marked)
})

test('what is inserted takes the place of the selection, and the cursor stands behind it', () => {
  expect(write(insertText(read('Hi [you]!'), '{{1}}'))).toBe('Hi {{1}}[]!')
})
