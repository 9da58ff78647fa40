import { readBody } from './read-body.ts'

const patience = { wholeMs: 60_000, silenceMs: 60_000 }
const hasty = { wholeMs: 60_000, silenceMs: 5 }

function request(body: ReadableStream | string, length?: number): Request {
  return new Request('http://shop.example/', {
    method: 'POST',
    headers: length === undefined ? {} : { 'content-length': String(length) },
    body,
    duplex: 'half',
  } as unknown as RequestInit)
}

/** Gives so many pieces and then nothing more. */
function halting(pieces: number): ReadableStream {
  let given = 0
  return new ReadableStream({
    pull(controller) {
      if (given++ < pieces) controller.enqueue(new Uint8Array(1024))
      else return new Promise(() => undefined)
    },
  })
}

it.each([
  ['its length declared', 5],
  ['its length declared, large', 100_000],
  ['its length not declared', undefined],
])('reads a body whole, with %s', async (_, length) => {
  const text = 'x'.repeat(length ?? 5)
  expect(await readBody(request(text, length), 200_000, patience)).toEqual(new Uint8Array(Buffer.from(text)))
})

it('reads no byte of one that says it is too large', async () => {
  const one = request('hello', 6)
  expect(await readBody(one, 5, patience)).toBe('too_large')
  expect(one.bodyUsed).toBe(false)
})

it('stops at the first byte too many of one that says nothing', async () => {
  expect(await readBody(request('hello'), 4, patience)).toBe('too_large')
})

it.each([
  ['small', 5_000],
  ['large', 500_000],
  ['not declared', undefined],
])('does not wait for one that halts (%s)', async (_, length) => {
  expect(await readBody(request(halting(2), length), 1_000_000, hasty)).toBe('slow')
})

it('does not wait for one that trickles', async () => {
  const trickling = new ReadableStream({
    async pull(controller) {
      await new Promise((done) => setTimeout(done, 1))
      controller.enqueue(new Uint8Array(1))
    },
  })
  const brief = { wholeMs: 20, silenceMs: 60_000 }
  expect(await readBody(request(trickling), 1_000_000, brief)).toBe('slow')
})

it('says so when the peer goes away', async () => {
  const broken = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) })
  expect(await readBody(request(broken, 500_000), 1_000_000, patience)).toBe('gone')
})
