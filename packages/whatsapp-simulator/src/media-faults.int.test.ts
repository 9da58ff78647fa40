import { sampleFile } from './samples/sample-files.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { call, NUMBER, TOKEN } from './testing/business.ts'
import { upload, uploadSample } from './testing/uploads.ts'

let simulator: Simulator
let id: string
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
beforeEach(async () => {
  await call(simulator, 'POST', '/sim/reset')
  id = await uploadSample(simulator, 'photo')
})
afterAll(() => simulator.close())

const { bytes } = sampleFile('photo')
const switchOn = (faults: object) => call(simulator, 'PATCH', '/sim/faults', faults)
const look = () => call(simulator, 'GET', `/v26.0/${id}`)
const download = async (signal?: AbortSignal) => {
  const { url } = (await look()).body
  const response = await fetch(url, {
    headers: { Authorization: `Bearer ${TOKEN}` },
    ...(signal ? { signal } : {}),
  })
  return { status: response.status, bytes: () => response.arrayBuffer().then(Buffer.from) }
}

test('lookups fail in the order of the script, and are right again after it', async () => {
  await switchOn({ failNextMedia: { lookups: ['404', '503', '500'] } })
  expect((await look()).status).toBe(404)
  expect(await look()).toMatchObject({ status: 503, body: { error: { code: 2 } } })
  expect((await look()).status).toBe(500)
  expect((await look()).status).toBe(200)
})

test('an address can be over at once, of one lookup or of all', async () => {
  await switchOn({ failNextMedia: { lookups: ['expired_url'] } })
  expect((await download()).status).toBe(404)
  expect((await download()).status).toBe(200)
  await switchOn({ expireMediaUrls: true })
  expect((await download()).status).toBe(404)
  const content = { type: 'image', image: {} }
  const sent = await call(simulator, 'POST', '/sim/messages', {
    customerId: 'maria',
    phoneNumberId: NUMBER,
    content,
  })
  const { url } = sent.body.message.content.payload
  expect((await fetch(url, { headers: { Authorization: `Bearer ${TOKEN}` } })).status).toBe(404)
})

test.each(['404', '500', '503'])('a download is answered %s', async (status) => {
  await switchOn({ failNextMedia: { downloads: [status] } })
  expect((await download()).status).toBe(Number(status))
  expect((await (await download()).bytes()).equals(bytes)).toBe(true)
})

test.each(['reset', 'short'])('a download ends in the middle: %s', async (fault) => {
  await switchOn({ failNextMedia: { downloads: [fault] } })
  await expect((await download()).bytes()).rejects.toThrow(/terminated/)
  expect((await (await download()).bytes()).equals(bytes)).toBe(true)
})

test('a download falls silent in the middle', async () => {
  await switchOn({ failNextMedia: { downloads: ['stall'] } })
  await expect((await download(AbortSignal.timeout(500))).bytes()).rejects.toThrow(/timeout/)
})

test('a download has other bytes than the lookup’s hash', async () => {
  await switchOn({ failNextMedia: { downloads: ['wrong_bytes'] } })
  const wrong = await (await download()).bytes()
  expect(wrong.length).toBe(bytes.length)
  expect(wrong.equals(bytes)).toBe(false)
})

test('uploads fail by script; one whose connection broke was taken all the same', async () => {
  await switchOn({ failNextMedia: { uploads: ['131053', '503', 'reset'] } })
  const again = () => upload(simulator, sampleFile('photo'))
  expect((await again()).body.error.code).toBe(131053)
  expect((await again()).status).toBe(503)
  await expect(again()).rejects.toThrow(/fetch failed/)
  expect((await again()).status).toBe(200)
})

test('with the same seed the same lookups fail', async () => {
  const twelve = async () => {
    await switchOn({ failMediaByChance: { seed: 5, lookups: [{ fault: '503', share: 0.5 }] } })
    const statuses: number[] = []
    for (let looked = 0; looked < 12; looked += 1) statuses.push((await look()).status)
    return statuses
  }
  const first = await twelve()
  expect(new Set(first)).toEqual(new Set([200, 503]))
  expect(await twelve()).toEqual(first)
})

test('an unknown fault is refused', async () => {
  expect((await switchOn({ failNextMedia: { downloads: ['fire'] } })).status).toBe(400)
})
