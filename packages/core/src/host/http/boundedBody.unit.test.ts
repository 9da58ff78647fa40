import { ReadableStream } from 'node:stream/web'
import { MOST_UNDECLARED_BYTES, withBoundedBody } from './boundedBody.ts'

const streamed = (body: ReadableStream) =>
  new Request('http://shop.example/x', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body,
    duplex: 'half',
  } as unknown as RequestInit)

const parts = (...words: string[]) =>
  streamed(ReadableStream.from(words.map((part) => new TextEncoder().encode(part))))

it('hands on a body that came without its length whole', async () => {
  const { request, excess } = withBoundedBody(parts('one ', 'two ', 'three'), 13)
  expect(request.headers.get('content-type')).toBe('text/plain')
  expect(await request.text()).toBe('one two three')
  expect(excess()).toBeNull()
})

it('fails whoever reads it at the first byte too many', async () => {
  const { request, excess } = withBoundedBody(parts('one ', 'two ', 'three'), 12)
  await expect(request.text()).rejects.toMatchObject({ status: 413 })
  expect(excess()).toMatchObject({ status: 413 })
})

it('refuses one that says of itself that it is too large', () => {
  const headers = { 'content-length': '13' }
  const request = new Request('http://shop.example/x', { method: 'POST', headers, body: 'one two three' })
  expect(() => withBoundedBody(request, 12)).toThrow(expect.objectContaining({ status: 413 }))
})

function endless() {
  const given = { bytes: 0 }
  const body = new ReadableStream({
    pull(controller) {
      given.bytes += 64 * 1024
      controller.enqueue(new Uint8Array(64 * 1024))
    },
  })
  return { given, body }
}

it('holds little of a body that does not say how large it is, however large it may be', async () => {
  const { given, body } = endless()
  const { request } = withBoundedBody(streamed(body), 100 * 1024 * 1024)
  await expect(request.arrayBuffer()).rejects.toMatchObject({
    status: 411,
    body: { code: 'length_required' },
  })
  expect(given.bytes).toBeLessThan(2 * MOST_UNDECLARED_BYTES)
})

it('reads nothing before somebody asks for it', async () => {
  const { given, body } = endless()
  withBoundedBody(streamed(body), MOST_UNDECLARED_BYTES)
  await new Promise((done) => setImmediate(done))
  expect(given.bytes).toBeLessThanOrEqual(128 * 1024)
})
