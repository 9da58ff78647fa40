import { readLines } from './read-lines.ts'

async function linesOf(text: string | Buffer): Promise<[line: number, ...cells: string[]][]> {
  const lines: [number, ...string[]][] = []
  for await (const { line, cells } of readLines(Buffer.from(text))) lines.push([line, ...cells])
  return lines
}

it.each<[string, string, unknown[]]>([
  [
    'commas',
    'phone,text\n1,a\n',
    [
      [1, 'phone', 'text'],
      [2, '1', 'a'],
    ],
  ],
  [
    'semicolons, where a text has commas',
    'phone;text\n1;a, b\n',
    [
      [1, 'phone', 'text'],
      [2, '1', 'a, b'],
    ],
  ],
  [
    'a mark and no break at the end',
    '\uFEFFphone,text\r\n1,a',
    [
      [1, 'phone', 'text'],
      [2, '1', 'a'],
    ],
  ],
  [
    'every kind of break',
    'a,b\r1,x\n2,y\r\n3,z',
    [
      [1, 'a', 'b'],
      [2, '1', 'x'],
      [3, '2', 'y'],
      [4, '3', 'z'],
    ],
  ],
  [
    'a quotation mark within a cell',
    'a,b\n1,he said "yes"\n',
    [
      [1, 'a', 'b'],
      [2, '1', 'he said "yes"'],
    ],
  ],
  [
    'a doubled quotation mark',
    'a,b\n1,"he said ""yes"""\n',
    [
      [1, 'a', 'b'],
      [2, '1', 'he said "yes"'],
    ],
  ],
  [
    'more and fewer cells than headings',
    'a,b\n1\n1,2,3\n',
    [
      [1, 'a', 'b'],
      [2, '1'],
      [3, '1', '2', '3'],
    ],
  ],
  ['nothing', '', []],
])('reads %s', async (_what, text, lines) => {
  expect(await linesOf(text)).toEqual(lines)
})

it('counts lines as an editor shows them, through breaks within cells and empty lines', async () => {
  const text = 'a,b\r\n\r\n1,"one\r\ntwo\r\nthree"\r\n\r\n\r\n2,x\r\n'
  expect((await linesOf(text)).map(([line]) => line)).toEqual([1, 3, 8])
})

it.each([
  ['without a quotation mark', 'x'.repeat(70_000)],
  ['with line breaks', `"${'x\n'.repeat(70_000)}"`],
])('goes on behind a row that is too long for any list, %s', async (_which, cell) => {
  const lines = await linesOf(`a,b\n1,x\n2,${cell}\n3,z\n`)
  expect(lines.map(([, first]) => first)).toEqual(['a', '1', '2', '3'])
  expect(String(lines[2]![2]).length).toBeGreaterThan(4096)
  expect(String(lines[2]![2]).length).toBeLessThan(10_000)
})

it.each([
  ['and another row has one', `a,b\n1,x\n2,"y\n${'3,z\n'.repeat(30_000)}4,"w"\n5,v\n`, 3],
  ['at the end of the file', 'a,b\n1,x\n2,"y\n3,z\n', 3],
  ['far before it', `a,b\n1,x\n2,y\n3,"z\n${'4,w\n'.repeat(30_000)}`, 4],
])('says in which line a quotation mark is never closed, %s', async (_where, text, line) => {
  await expect(linesOf(text)).rejects.toMatchObject({ code: 'quote_open', body: { line } })
})

it('reads letters that are cut by the pieces in which a file is read', async () => {
  const text = `a,b\n${Array.from({ length: 20_000 }, (_, n) => `${n},zażółć gęślą`).join('\n')}`
  const lines = await linesOf(text)
  expect(lines).toHaveLength(20_001)
  expect(lines.slice(1).every(([line, n, b]) => line === Number(n) + 2 && b === 'zażółć gęślą')).toBe(true)
})
