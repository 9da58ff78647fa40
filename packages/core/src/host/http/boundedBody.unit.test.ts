import { ReadableStream } from 'node:stream/web'
import { DEFAULT_MAX_BODY_BYTES, withBoundedBody } from './boundedBody.ts'

const streamed = (parts: string[]) =>
  new Request('http://shop.example/x', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: ReadableStream.from(parts.map((part) => new TextEncoder().encode(part))),
    duplex: 'half',
  } as unknown as RequestInit)

it('hands on a body that came without its length whole, with the length that it turned out to have', async () => {
  const request = await withBoundedBody(streamed(['one ', 'two ', 'three']), 13)
  expect(request.headers.get('content-length')).toBe('13')
  expect(request.headers.get('content-type')).toBe('text/plain')
  expect(await request.text()).toBe('one two three')
})

it('stops it at the first byte too many', async () => {
  await expect(withBoundedBody(streamed(['one ', 'two ', 'three']), 12)).rejects.toMatchObject({
    status: 413,
  })
})

it('holds no more than usual of a body that does not say how large it is, however large it may be', async () => {
  let given = 0
  const endless = new ReadableStream({
    pull(controller) {
      given += 64 * 1024
      controller.enqueue(new Uint8Array(64 * 1024))
    },
  })
  const request = new Request('http://shop.example/x', {
    method: 'POST',
    body: endless,
    duplex: 'half',
  } as unknown as RequestInit)
  await expect(withBoundedBody(request, 100 * 1024 * 1024)).rejects.toMatchObject({
    status: 411,
    body: { code: 'length_required' },
  })
  expect(given).toBeLessThan(2 * DEFAULT_MAX_BODY_BYTES)
})
