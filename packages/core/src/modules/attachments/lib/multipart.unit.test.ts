import fc from 'fast-check'
import { multipartBoundary, readMultipart } from './multipart.ts'

/** As a browser writes it. */
async function written(form: FormData): Promise<{ body: Buffer; boundary: string }> {
  const response = new Response(form)
  const boundary = multipartBoundary(response.headers.get('content-type'))
  return { body: Buffer.from(await response.arrayBuffer()), boundary: boundary! }
}

it('reads what a browser writes, whatever is in the file and in the fields', async () => {
  const property = fc.asyncProperty(
    fc.uint8Array({ maxLength: 3000 }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    async (bytes, text, fileName) => {
      const form = new FormData()
      form.set('entityId', text)
      form.set('file', new File([bytes], fileName, { type: 'image/png' }))
      form.set('recordId', 'r')
      const { body, boundary } = await written(form)
      const read = readMultipart(body, boundary)
      // Line ends of fields are made alike, as HTML says.
      expect(read?.fields.get('entityId')).toBe(text.replaceAll(/\r\n?|\n/g, '\r\n'))
      expect(read?.fields.get('recordId')).toBe('r')
      expect(read?.files.get('file')).toMatchObject({ mimeType: 'image/png' })
      expect(read?.files.get('file')?.bytes.equals(bytes)).toBe(true)
    },
  )
  await fc.assert(property)
})

it('keeps quotes and line ends of a name, and reads lines that look like a boundary', async () => {
  const form = new FormData()
  form.set('file', new File(['--x\r\n--\r\n'], 'a "quoted"\r\nname.txt'))
  const { body, boundary } = await written(form)
  const file = readMultipart(body, boundary)?.files.get('file')
  expect(file?.fileName).toBe('a "quoted"\r\nname.txt')
  expect(String(file?.bytes)).toBe('--x\r\n--\r\n')
})

it('does not copy the file', async () => {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(1000)], 'a'))
  const { body, boundary } = await written(form)
  expect(readMultipart(body, boundary)?.files.get('file')?.bytes.buffer).toBe(body.buffer)
})

const part = (name: string, content: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`

it('takes the first of two parts with one name', () => {
  const read = readMultipart(Buffer.from(`${part('a', '1')}${part('a', '2')}--b--\r\n`), 'b')
  expect(read?.fields.get('a')).toBe('1')
})

it.each([
  ['nothing', ''],
  ['another boundary', '--c--'],
  ['no end', part('a', '1')],
  ['a part that does not end', '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1'],
  ['headers without an end', `--b\r\n${'x: y\r\n'.repeat(5000)}`],
  ['a part without a name', '--b\r\ncontent-disposition: form-data\r\n\r\n1\r\n--b--'],
  ['a part without a disposition', '--b\r\nx: y\r\n\r\n1\r\n--b--'],
  ['too many parts', `${Array.from({ length: 21 }, (_, index) => part(`a${index}`, '')).join('')}--b--`],
])('is no form: %s', (_case, body) => expect(readMultipart(Buffer.from(body), 'b')).toBeNull())

it.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['Multipart/Form-Data; charset=utf-8; Boundary="a b"', 'a b'],
  ['multipart/form-data', null],
  ['multipart/mixed; boundary=abc', null],
  ['application/json', null],
  [`multipart/form-data; boundary=${'x'.repeat(71)}`, null],
  [null, null],
])('the boundary of %j is %j', (contentType, boundary) => {
  expect(multipartBoundary(contentType)).toBe(boundary)
})
