import { sampleFile } from './samples/sample-files.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { APP, call, TOKEN } from './testing/business.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
afterAll(() => simulator.close())

const { bytes } = sampleFile('photo')
const QUERY = `file_name=tent.jpg&file_length=${bytes.length}&file_type=image/jpeg`
const begin = async (query = QUERY) => {
  const { body } = await call(simulator, 'POST', `/v26.0/${APP}/uploads?${query}`)
  return body.id as string
}
const send = async (session: string, from: number, piece: Buffer, token = TOKEN) => {
  const response = await fetch(`${simulator.url}/v26.0/${session}`, {
    method: 'POST',
    headers: { Authorization: `OAuth ${token}`, file_offset: String(from) },
    body: new Uint8Array(piece),
  })
  return { status: response.status, body: await response.json() }
}
const offsetOf = async (session: string) => {
  const response = await fetch(`${simulator.url}/v26.0/${session}`, {
    headers: { Authorization: `OAuth ${TOKEN}` },
  })
  return (await response.json()).file_offset
}

test('a file in one piece gets a handle', async () => {
  const session = await begin()
  expect(session).toMatch(/^upload:[\w-]+\?sig=/)
  expect(await offsetOf(session)).toBe(0)
  expect((await send(session, 0, bytes)).body).toEqual({ h: expect.stringMatching(/^4::/) })
})

test('an upload that broke goes on where it stopped', async () => {
  const session = await begin()
  await call(simulator, 'PATCH', '/sim/faults', { failNextMedia: { uploads: ['reset'] } })
  await expect(send(session, 0, bytes)).rejects.toThrow(/fetch failed/)
  const offset = await offsetOf(session)
  expect(offset).toBe(Math.floor(bytes.length / 2))
  expect((await send(session, 0, bytes)).body.error.error_data.details).toContain(String(offset))
  expect((await send(session, offset, bytes.subarray(offset))).body.h).toMatch(/^4::/)
})

test.each([
  ['no length', 'file_type=image/png', /file_length/],
  ['a type that is not taken', 'file_length=5&file_type=image/webp', /file_type/],
])('an upload with %s does not begin', async (_case, query, words) => {
  const { body } = await call(simulator, 'POST', `/v26.0/${APP}/uploads?${query}`)
  expect(body.error).toMatchObject({ code: 100, message: expect.stringMatching(words) })
})

test('nobody else’s upload can be gone on with, and none takes more bytes than it said', async () => {
  const session = await begin()
  expect((await send(session, 0, bytes, 'birch-access-token')).body.error.error_subcode).toBe(33)
  expect((await send(session, 0, Buffer.concat([bytes, bytes]))).body.error.code).toBe(100)
  const foreign = await call(simulator, 'POST', `/v26.0/900200200200200/uploads?${QUERY}`)
  expect(foreign.body.error.error_subcode).toBe(33)
})
